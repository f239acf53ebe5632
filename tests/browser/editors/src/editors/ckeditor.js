import { Bold, ClassicEditor, Essentials, Paragraph } from 'ckeditor5';
import 'ckeditor5/ckeditor5.css';
import { put } from '../page.js';

export const title = 'CKEditor 5';

export async function mount(place) {
  const options = { licenseKey: 'GPL', plugins: [Essentials, Paragraph, Bold], toolbar: ['undo', 'bold'] };
  const editor = await ClassicEditor.create(put(place, 'div'), options);
  const plain = (html) => new DOMParser().parseFromString(html, 'text/html');
  const text = () => [...plain(editor.getData()).querySelectorAll('p')].map((each) => each.textContent).join('\n');
  return { text, html: () => editor.getData() };
}
