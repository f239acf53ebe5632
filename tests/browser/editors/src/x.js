// A plain contenteditable with X's test ids, its button outside the composer, and Ctrl/Cmd+Enter.
import { publish } from './posts.js';

const field = document.querySelector('[data-testid=tweetTextarea_0]');
const button = document.querySelector('[data-testid=tweetButtonInline]');

function post() {
  if (field.innerText.trim() === '') return;
  publish(field.innerText);
  field.textContent = '';
  button.setAttribute('aria-disabled', 'true');
}

field.addEventListener('input', () => button.setAttribute('aria-disabled', String(field.innerText.trim() === '')));
button.addEventListener('click', post);
field.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    post();
  }
});
window.modelText = () => field.innerText;
