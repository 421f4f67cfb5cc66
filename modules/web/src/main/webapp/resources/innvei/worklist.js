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

// A tick is remembered at once, so that it is still there on the next page; without script the button of the bar does it.
const chosen = document.getElementById('utvalg');
if (chosen) {
  chosen.querySelectorAll('[data-uten-skript]').forEach((button) => button.setAttribute('hidden', ''));
  document.addEventListener('change', async (event) => {
    if (event.target.name !== 'valgt') {
      return;
    }
    const fields = new URLSearchParams(new FormData(chosen));
    fields.set('handling', 'husk');
    fields.set('stille', '1');
    const answer = await fetch(chosen.action, { method: 'POST', body: fields });
    if (answer.ok) {
      document.getElementById('antall-valgt').textContent = await answer.text();
    }
  });
}
