// What the imitated site published, for people to see and tests to read.
export function publish(text) {
  const item = document.createElement('li');
  item.className = 'published';
  item.textContent = text;
  document.querySelector('#published').append(item);
}
