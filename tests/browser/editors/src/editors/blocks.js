// Everything that makes reading hard stands before the line that is written in: nested blocks, lists, flex, hidden
// nodes, a mention as an island, an emoji as an image.
import { put, TEXTBOX } from '../page.js';

export const title = 'contenteditable, nested';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==';

export function mount(place) {
  const box = put(place, 'div', TEXTBOX, 'box');
  box.innerHTML = `
    <div><div>First   of
      two</div><div>and <b>second</b></div></div>
    <ul><li>milk</li><li>bread<ul><li>rye</li></ul></li></ul>
    <div style="display: flex; gap: 1em"><span>left</span><span>right</span></div>
    <p>seen<span style="display: none"> unseen </span><span hidden>hidden</span></p>
    <p>With <span contenteditable="false" style="background: #e0ecff">@Dana</span> and
      <img alt="🎉" src="${PIXEL}" width="18" height="18"> again</p>
    <p class="here"><br></p>`;
  const here = box.querySelector('.here');
  return { text: () => here.innerText.replace(/\n$/, ''), html: () => box.innerHTML };
}
