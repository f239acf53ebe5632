// A textarea in a form with Nextdoor's test ids.
import { publish } from './posts.js';

const form = document.querySelector('form');
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const field = form.elements.namedItem('body');
  if (field.value.trim() === '') return;
  publish(field.value);
  field.value = '';
});
window.modelText = () => form.elements.namedItem('body').value;
