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
