// j and k go to the next and the previous row of a list; Enter opens it, because the focus is on its link. Never inside a field.
const rows = () => [...document.querySelectorAll('[data-rader] [data-rad]')].filter((link) => link.offsetParent !== null);

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
    return;
  }
  if (event.target.closest('input, select, textarea, [contenteditable], dialog, [popover]')) {
    return;
  }
  const step = { j: 1, k: -1 }[event.key];
  const links = rows();
  if (!step || links.length === 0) {
    return;
  }
  event.preventDefault();
  const here = links.indexOf(document.activeElement);
  const next = here < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(here + step, 0), links.length - 1);
  links[next].focus();
});

// Without script the button beside the choice sends it.
document.querySelectorAll('select[data-send]').forEach((choice) => {
  choice.addEventListener('change', () => choice.form.requestSubmit());
  choice.form.querySelector('[data-uten-skript]')?.setAttribute('hidden', '');
});
