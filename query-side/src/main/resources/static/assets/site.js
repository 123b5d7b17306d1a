// Comforts only: every page works without this file.
document.documentElement.classList.add('js');

document.addEventListener('change', function (event) {
  const form = event.target.closest('form[data-submit-on-change]');
  if (form) form.requestSubmit();
});

document.addEventListener('click', function (event) {
  if (event.target.closest('[data-print]')) window.print();
});

// What is wrong is read first after a refused form.
const summary = document.querySelector('[data-error-summary]');
if (summary) summary.focus();

// The adjustment form: what is available of each line, what is still missing, and rows as they are needed.
const adjustment = document.querySelector('form[data-adjustment]');
if (adjustment) {
  const available = {};
  document.querySelectorAll('#l-lines option').forEach(function (option) {
    available[option.value] = { fen: Number(option.dataset.available), label: option.dataset.label };
  });
  const yuan = function (fen) {
    const text = (Math.abs(fen) / 100).toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
    return (fen < 0 ? '\u2212' : '') + text;
  };
  // Full-width digits, separators of thousands and brackets, as they come out of a spreadsheet.
  const number = function (text) {
    const plain = text.normalize('NFKC').replace(/[,\s]/g, '').replace(/^\((.*)\)$/, '-$1').replace('\u2212', '-');
    return plain === '' || isNaN(Number(plain)) ? null : Number(plain);
  };
  const fen = function (input) {
    const value = number(input.value);
    return value === null ? 0 : Math.round(value * (adjustment.elements.amountUnit.value === '万元' ? 1000000 : 100));
  };
  const grow = function (row) {
    const side = row.dataset.side;
    const rows = adjustment.querySelectorAll('[data-entry][data-side="' + side + '"]');
    if (row !== rows[rows.length - 1] || rows.length >= 199) return;
    const next = row.cloneNode(true);
    next.querySelectorAll('input').forEach(function (input) {
      input.name = input.name.replace(/\[\d+\]/, '[' + rows.length + ']');
      input.id = 'f-' + input.name;
      input.value = '';
    });
    next.querySelectorAll('.wrong-words').forEach(function (words) { words.remove(); });
    row.after(next);
  };
  // From one line to one other, the amount is the same.
  const mirror = function () {
    const filled = function (side) {
      return Array.from(adjustment.querySelectorAll('[data-entry][data-side="' + side + '"]'))
        .map(function (row) { return row.querySelectorAll('input'); })
        .filter(function (inputs) { return inputs[0].value !== ''; });
    };
    const from = filled('from');
    const to = filled('to');
    if (adjustment.elements.direction.value !== 'SHIFT' || from.length !== 1 || to.length !== 1) return;
    const target = to[0][1];
    if (target.value !== '' && target.dataset.mirrored !== target.value) return;
    target.value = from[0][1].value;
    target.dataset.mirrored = target.value;
  };
  const show = function () {
    const sums = { from: 0, to: 0 };
    adjustment.querySelectorAll('[data-entry]').forEach(function (row) {
      const inputs = row.querySelectorAll('input');
      const change = fen(inputs[1]);
      const hint = row.querySelector('[data-available-of]');
      const known = available[inputs[0].value];
      sums[row.dataset.side] += change;
      hint.textContent = known === undefined ? '' : known.label + ' · ' + hint.dataset.words + yuan(known.fen);
      hint.classList.toggle('over', row.dataset.side === 'from' && known !== undefined && change > known.fen);
    });
    const fresh = adjustment.elements['to[199].amount'];
    sums.to += fen(fresh);
    const line = adjustment.querySelector('[data-balance]');
    const difference = sums.to - sums.from;
    line.hidden = false;
    line.textContent = line.dataset.out + ' ' + yuan(sums.from) + ' · ' + line.dataset.in + ' ' + yuan(sums.to) + ' · ' + line.dataset.difference + ' ' + yuan(difference);
    line.classList.toggle('over', adjustment.elements.direction.value === 'SHIFT' && difference !== 0);
  };
  adjustment.addEventListener('input', function (event) {
    const row = event.target.closest('[data-entry]');
    if (row && event.target.value !== '') grow(row);
    mirror();
    show();
  });
  adjustment.addEventListener('change', show);
  show();
}

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
  const show = function (hits) {
    list.replaceChildren();
    hits.forEach(function (hit, at) {
      const option = document.createElement('li');
      option.id = 'find-' + at;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.lang = 'zh-CN';
      option.dataset.link = hit.link || '/search?q=' + encodeURIComponent(box.value);
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
      const answer = await fetch('/api/search?size=8&q=' + encodeURIComponent(box.value), { credentials: 'same-origin' });
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
