// Asks how far a running import has come, and shows the receipt when it is there. Without script the page is loaded anew by its link.
const progress = document.querySelector('[data-import]');

const ask = async () => {
  const token = document.querySelector('meta[name="innvei-page"]')?.content;
  const body = new URLSearchParams({ import: progress.dataset.import });
  const answer = await fetch('/page/import', { method: 'POST', body, headers: { 'X-Innvei-Page': token }, redirect: 'manual' }).catch(() => null);
  if (answer?.ok) {
    const { ferdig, gjort, alle, tekst } = await answer.json();
    if (ferdig) {
      location.reload();
      return;
    }
    progress.max = Math.max(alle, 1);
    progress.value = gjort;
    document.querySelector('[data-import-tekst]').textContent = tekst;
  }
  setTimeout(ask, 1000);
};

if (progress) {
  setTimeout(ask, 500);
}
