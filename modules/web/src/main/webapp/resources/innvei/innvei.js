// Small behaviour that works without: shortcuts that never act inside a field.
document.addEventListener('keydown', (event) => {
  const field = event.target.closest('input, select, textarea, [contenteditable]');
  if (event.key === '/' && !field && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const search = document.getElementById('sok');
    if (search) {
      event.preventDefault();
      search.focus();
    }
  }
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    const form = event.target.closest('form') ?? document.querySelector('main form');
    const main = form?.querySelector('[data-hoved]') ?? form?.querySelector('button[type="submit"]');
    if (main) {
      event.preventDefault();
      main.click();
    }
  }
});

const errors = document.querySelector('ds-error-summary');
if (errors) {
  errors.setAttribute('tabindex', '-1');
  errors.focus();
}

// The answer under a date field, from the server that will read it.
document.addEventListener('change', async (event) => {
  const field = event.target.closest('input[data-dato]');
  const token = document.querySelector('meta[name="innvei-page"]')?.content;
  if (!field || !token) {
    return;
  }
  const body = new URLSearchParams({ tekst: field.value, retning: field.dataset.dato, side: field.dataset.side ?? 'from' });
  if (field.dataset.uke) {
    body.set('uke', field.dataset.uke);
  }
  const answer = await fetch('/page/dato', { method: 'POST', body, headers: { 'X-Innvei-Page': token }, redirect: 'manual' }).catch(() => null);
  if (!answer?.ok) {
    return;
  }
  const { svar } = await answer.json();
  const id = `${field.id}-s`;
  let line = document.getElementById(id);
  if (!line) {
    line = document.createElement('p');
    line.id = id;
    line.className = 'iv-hint';
    field.after(line);
    field.setAttribute('aria-describedby', `${field.getAttribute('aria-describedby') ?? ''} ${id}`.trim());
  }
  line.setAttribute('role', 'status');
  line.textContent = svar;
});
