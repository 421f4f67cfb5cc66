// Who the search box can mean, while it is being filled in. Without script the box sends what was typed, and so does Enter with nobody chosen.
const box = document.getElementById('sok');
const list = document.getElementById('sok-forslag');
const status = document.getElementById('sok-status');
const pageToken = document.querySelector('meta[name="innvei-page"]')?.content;

if (box && list && pageToken) {
  const PAUSE = 120;
  let waiting;
  let asked;

  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-controls', list.id);
  box.setAttribute('aria-expanded', 'false');

  const close = () => {
    list.hidden = true;
    list.replaceChildren();
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  };

  const choose = (option) => {
    list.querySelector('[aria-selected="true"]')?.setAttribute('aria-selected', 'false');
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) {
      box.setAttribute('aria-activedescendant', option.id);
    } else {
      box.removeAttribute('aria-activedescendant');
    }
  };

  const show = (people) => {
    list.replaceChildren(...people.map((person, n) => {
      const option = document.createElement('li');
      option.id = `sok-forslag-${n}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.dataset.adresse = person.adresse;
      const name = document.createElement('bdi');
      name.textContent = person.navn;
      const about = document.createElement('span');
      about.textContent = person.om;
      option.append(name, ' ', about);
      return option;
    }));
    list.hidden = people.length === 0;
    box.setAttribute('aria-expanded', String(people.length > 0));
    box.removeAttribute('aria-activedescendant');
  };

  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    const answer = await fetch('/page/forslag', {
      method: 'POST',
      body: new URLSearchParams({ sok: box.value }),
      headers: { 'X-Innvei-Page': pageToken },
      redirect: 'manual',
      signal: asked.signal,
    }).catch(() => null);
    if (!answer?.ok || document.activeElement !== box) {
      return;
    }
    const found = await answer.json();
    show(found.treff);
    status.textContent = found.status;
  };

  box.addEventListener('input', () => {
    clearTimeout(waiting);
    asked?.abort();
    if (box.value.trim().length < 2) {
      close();
      status.textContent = '';
      return;
    }
    waiting = setTimeout(ask, PAUSE);
  });

  box.addEventListener('keydown', (event) => {
    const options = [...list.children];
    const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      choose(options[at < 0 ? (step > 0 ? 0 : options.length - 1) : (at + step + options.length) % options.length]);
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      window.location.assign(options[at].dataset.adresse);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    }
  });

  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role="option"]');
    if (option) {
      window.location.assign(option.dataset.adresse);
    }
  });
  box.addEventListener('blur', close);
  box.form.addEventListener('submit', () => {
    clearTimeout(waiting);
    asked?.abort();
    close();
  });
}
