// Which keys post; each returns whether it did, so that the editor leaves that Enter alone.
const isEnter = (event) => event.key === 'Enter' && !event.shiftKey && !event.isComposing;

export const onEnter = (post) => (event) => {
  if (!isEnter(event) || event.ctrlKey || event.metaKey) return false;
  post();
  return true;
};

export const onCtrlEnter = (post) => (event) => {
  if (!isEnter(event) || !(event.ctrlKey || event.metaKey)) return false;
  post();
  return true;
};
