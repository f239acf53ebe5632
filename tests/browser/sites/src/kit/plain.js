/** A contenteditable of the site's own making. */
export function plain(element, keys = () => false) {
  const text = () => element.innerText.replace(/\n$/, '');
  const heard = [];
  const tell = () => heard.forEach((each) => each(text()));
  element.addEventListener('input', tell);
  element.addEventListener('keydown', (event) => {
    if (keys(event)) event.preventDefault();
  });
  return {
    text,
    clear() {
      element.textContent = '';
      tell();
    },
    changed: (hear) => heard.push(hear),
  };
}
