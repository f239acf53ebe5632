import { startPopup } from '../pages/popup.js';

void startPopup();
