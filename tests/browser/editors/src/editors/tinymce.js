import tinymce from 'tinymce';
import 'tinymce/icons/default';
import 'tinymce/models/dom';
import 'tinymce/themes/silver';
import 'tinymce/skins/ui/oxide/skin.js';
import 'tinymce/skins/ui/oxide/content.js';
import 'tinymce/skins/content/default/content.js';
import { put } from '../page.js';

export const title = 'TinyMCE (in a frame)';

export async function mount(place) {
  const [editor] = await tinymce.init({
    target: put(place, 'textarea'),
    license_key: 'gpl',
    menubar: false,
    statusbar: false,
    height: 260,
    toolbar: 'bold',
    promotion: false,
    branding: false,
  });
  return { text: () => editor.getContent({ format: 'text' }).replaceAll('\n\n', '\n'), html: () => editor.getContent() };
}
