// Filter and order; without it the report is whole, only longer to look through.
const list = document.querySelector('.findings');
const tools = document.querySelector('.tools');
if (list && tools) {
  document.documentElement.classList.add('scripted');
  const items = [...list.children];
  const ranks = { serious: 0, warning: 1, advice: 2, info: 3 };
  const [words, severity, rule, order, shown] = tools.elements;
  const show = () => {
    const sought = words.value.trim().toLowerCase();
    let count = 0;
    for (const item of items) {
      const fits =
        (!severity.value || item.dataset.severity === severity.value) &&
        (!rule.value || item.dataset.rule === rule.value) &&
        (!sought || item.textContent.toLowerCase().includes(sought));
      item.hidden = !fits;
      count += fits ? 1 : 0;
    }
    shown.value = `${count.toLocaleString()} of ${items.length.toLocaleString()} shown`;
  };
  const sort = () => {
    const place = new Map(items.map((item, index) => [item, index]));
    const by = {
      severity: (a, b) => ranks[a.dataset.severity] - ranks[b.dataset.severity] || place.get(a) - place.get(b),
      newest: (a, b) => b.dataset.time.localeCompare(a.dataset.time) || place.get(a) - place.get(b),
      oldest: (a, b) => a.dataset.time.localeCompare(b.dataset.time) || place.get(a) - place.get(b),
      rule: (a, b) => a.dataset.rule.localeCompare(b.dataset.rule) || place.get(a) - place.get(b),
    };
    list.append(...[...items].sort(by[order.value]));
  };
  tools.addEventListener('input', show);
  order.addEventListener('change', sort);
  tools.addEventListener('submit', (event) => event.preventDefault());
  // Printed is everything that is shown, with its reasons.
  addEventListener('beforeprint', () => {
    for (const details of list.querySelectorAll('details')) details.open = true;
  });
  show();
}
