import { startPanel } from '../panel/panel.js';

void startPanel();
