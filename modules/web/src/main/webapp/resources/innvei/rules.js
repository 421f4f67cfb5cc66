// The address is the link and the browser can print; with script there are buttons for both.
const copy = document.querySelector('[data-kopier]');
if (copy && navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(new URL(copy.dataset.kopier, location.href).href);
    document.querySelector('[data-kopiert]').textContent = copy.dataset.svar;
  });
}

const print = document.querySelector('[data-skriv-ut]');
if (print) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}
