// Comforts only: every page works without this file.
document.documentElement.classList.add('js');

document.addEventListener('change', function (event) {
  const form = event.target.closest('form[data-submit-on-change]');
  if (form) form.requestSubmit();
});

document.addEventListener('click', function (event) {
  if (event.target.closest('[data-print]')) window.print();
});

// The timeline of a budget as a slider: it tells where it stands, and goes there when asked to.
document.querySelectorAll('[data-asof]').forEach(function (bar) {
  const slide = bar.querySelector('[data-asof-slide]');
  const marks = bar.querySelectorAll('[data-asof-mark]');
  if (!slide || marks.length === 0) return;
  const told = bar.querySelector('[data-asof-told]');
  const tell = function () {
    const words = marks[slide.value].textContent.replace(/\s+/g, ' ').trim();
    told.textContent = words;
    slide.setAttribute('aria-valuetext', words);
  };
  const go = function () { window.location.href = marks[slide.value].href; };
  slide.addEventListener('input', tell);
  slide.addEventListener('keydown', function (event) { if (event.key === 'Enter') go(); });
  bar.querySelector('[data-asof-go]').addEventListener('click', go);
  bar.querySelector('.asof-slide').hidden = false;
  tell();
});

// What a form kept in this tab (kept.js) is forgotten once that form was handed in, and all of it when somebody signs out.
const forget = function () {
  Object.keys(window.sessionStorage).filter(function (name) { return name.startsWith('typed '); }).forEach(function (name) { window.sessionStorage.removeItem(name); });
};
const sent = window.sessionStorage.getItem('sent');
if (sent !== null && new URLSearchParams(window.location.search).has('saved')) {
  window.sessionStorage.removeItem(sent);
  window.sessionStorage.removeItem('sent');
}
document.addEventListener('submit', function (event) {
  if (event.target.matches('form[action$="/sign-out"]')) forget();
});

// What is wrong is read first after a refused form.
const summary = document.querySelector('[data-error-summary]');
if (summary) summary.focus();

// Files may be dropped where they may be chosen, and their names are shown.
document.querySelectorAll('[data-drop]').forEach(function (zone) {
  const input = zone.querySelector('input[type=file]');
  const picked = zone.querySelector('[data-picked]');
  const show = function () {
    picked.replaceChildren.apply(picked, Array.from(input.files).map(function (file) {
      const item = document.createElement('li');
      item.textContent = file.name + ' · ' + (file.size / 1024).toFixed(1) + ' KB';
      return item;
    }));
  };
  zone.addEventListener('dragover', function (event) {
    event.preventDefault();
    zone.classList.add('over');
  });
  zone.addEventListener('dragleave', function () { zone.classList.remove('over'); });
  zone.addEventListener('drop', function (event) {
    event.preventDefault();
    zone.classList.remove('over');
    if (event.dataTransfer.files.length === 0) return;
    const all = new DataTransfer();
    Array.from(input.files).concat(Array.from(event.dataTransfer.files)).forEach(function (file) { all.items.add(file); });
    input.files = all.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  input.addEventListener('change', show);
});

// The search in the head: what fits while somebody types; Enter without a choice goes to the page of all finds.
const finder = document.querySelector('[data-find]');
if (finder) {
  const box = finder.querySelector('input');
  const list = finder.querySelector('ul');
  let asked = 0;
  let timer = 0;
  const close = function () {
    list.hidden = true;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  };
  const choose = function (option) {
    list.querySelectorAll('li').forEach(function (one) { one.setAttribute('aria-selected', String(one === option)); });
    if (option) {
      box.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  };
  // What was found as of an instant is read there; a link that names a release of its own keeps it.
  const then = function (link) {
    const address = new URL(link, location.origin);
    const form = new FormData(box.form);
    if (address.searchParams.has('asOf') || !form.get('asOf')) return link;
    ['asOf', 'clock'].forEach(function (name) { if (form.get(name)) address.searchParams.set(name, form.get(name)); });
    return address.pathname + address.search + address.hash;
  };
  const show = function (hits) {
    list.replaceChildren();
    hits.forEach(function (hit, at) {
      const option = document.createElement('li');
      option.id = 'find-' + at;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.lang = 'zh-CN';
      option.dataset.link = hit.link ? then(hit.link) : '/search?' + new URLSearchParams(new FormData(box.form));
      option.textContent = [hit.title, hit.detail, hit.whose, hit.budget.slice(-4), hit.amount].filter(Boolean).join(' · ');
      list.append(option);
    });
    if (hits.length === 0) close();
    else {
      list.hidden = false;
      box.setAttribute('aria-expanded', 'true');
    }
  };
  const ask = async function () {
    const number = ++asked;
    if (box.value.trim() === '') return close();
    try {
      const query = new URLSearchParams(new FormData(box.form)); // with the instant, where the page has one
      query.set('size', '8');
      const answer = await fetch('/api/search?' + query, { credentials: 'same-origin' });
      const found = answer.ok ? await answer.json() : { hits: [] };
      if (number === asked) show(found.hits);
    } catch (away) {
      close();
    }
  };
  box.addEventListener('input', function (event) {
    if (event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  box.addEventListener('compositionend', function () { timer = setTimeout(ask, 150); });
  box.addEventListener('keydown', function (event) {
    if (event.isComposing) return;
    const options = Array.from(list.querySelectorAll('li'));
    const here = options.findIndex(function (one) { return one.getAttribute('aria-selected') === 'true'; });
    if (event.key === 'Escape') close();
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !list.hidden) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      choose(options[(here + step + options.length) % options.length]);
    } else if (event.key === 'Enter' && here >= 0 && !list.hidden) {
      event.preventDefault();
      location.assign(options[here].dataset.link);
    }
  });
  list.addEventListener('mousedown', function (event) {
    const option = event.target.closest('li');
    if (option) location.assign(option.dataset.link);
  });
  box.addEventListener('blur', function () { setTimeout(close, 200); });
}
