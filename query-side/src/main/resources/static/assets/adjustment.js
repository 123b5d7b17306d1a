// The adjustment form: what is left of each line, what is still missing, blocks out of a spreadsheet, what will happen.
const form = document.querySelector('form[data-adjustment]');
const FRESH = 9999;
const MOST = 1000;
const lines = new Map();
const projects = new Map();
document.querySelectorAll('#l-lines option').forEach(function (option) {
  const line = { key: option.value, fen: Number(option.dataset.available), label: option.dataset.label };
  lines.set(line.key, line);
  [option.dataset.project, option.dataset.name].filter(Boolean).forEach(function (name) {
    projects.set(name, (projects.get(name) || []).concat(line));
  });
});

const yuan = function (fen) {
  const text = (Math.abs(fen) / 100).toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return (fen < 0 ? '\u2212' : '') + text;
};
// To the fen, so that both sides of the equation are the same.
const wan = function (fen) {
  const digits = (Math.abs(fen) / 1000000).toFixed(6).replace(/0{1,4}$/, '').split('.');
  return (fen < 0 ? '\u2212' : '') + digits[0].replace(/\B(?=(\d{3})+(?!\d))/g, ',') + '.' + digits[1];
};
// Full-width digits, separators of thousands and brackets, as they come out of a spreadsheet.
const number = function (text) {
  const plain = text.normalize('NFKC').trim().replace(/^\((.*)\)$/, '-$1').replace('\u2212', '-');
  return /^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(plain) ? Number(plain.replace(/,/g, '')) : null;
};
// A negative amount without its sign or brackets, and otherwise as it was written.
const unsigned = function (text) { return text.normalize('NFKC').replace(/^\((.*)\)$/, '$1').replace(/^[-\u2212]/, ''); };
const fen = function (input) {
  const value = number(input.value);
  return value === null ? 0 : Math.round(value * (form.elements.amountUnit.value === '万元' ? 1000000 : 100));
};
const rows = function (side) { return Array.from(form.querySelectorAll('[data-entry][data-side="' + side + '"]')); };
const inputs = function (row) {
  return { line: row.querySelector('.entry-line input'), amount: row.querySelector('.entry-amount input') };
};

const grow = function (row) {
  const all = rows(row.dataset.side);
  if (row !== all[all.length - 1] || all.length >= MOST) return;
  const next = row.cloneNode(true);
  next.querySelectorAll('input').forEach(function (input) {
    input.name = input.name.replace(/\[\d+\]/, '[' + all.length + ']');
    input.id = 'f-' + input.name;
    input.value = '';
    delete input.dataset.mirrored;
  });
  next.querySelectorAll('.wrong-words').forEach(function (words) { words.remove(); });
  row.after(next);
};

// A project's code or name stands for its line when it has only one.
const resolve = function (input) {
  const typed = input.value.trim();
  if (elsewhere() && input.closest('[data-entry]').dataset.side === 'to') return;
  const named = projects.get(typed);
  if (!lines.has(typed) && named !== undefined && named.length === 1) input.value = named[0].key;
};

// From one line to one other, the amount is the same, whichever is typed.
const mirror = function (typed) {
  const one = function (side) {
    const filled = rows(side).map(inputs).filter(function (row) { return row.line.value !== ''; });
    return filled.length === 1 ? filled[0].amount : null;
  };
  const from = one('from');
  const to = one('to');
  if (!balanced() || from === null || to === null) return;
  const source = typed === to || (from.value === '' && to.value !== '') ? to : from;
  const target = source === from ? to : from;
  if (target.value !== '' && target.dataset.mirrored !== target.value) return;
  target.value = source.value;
  target.dataset.mirrored = target.value;
};

// What goes to another department gains on its lines, of which nothing is known here but their names.
const elsewhere = function () { return form.elements.direction.value === 'REORGANISATION'; };
const balanced = function () { return elsewhere() || form.elements.direction.value === 'SHIFT'; };
const sides = function () {
  const there = elsewhere();
  const choice = form.querySelector('[data-other]');
  if (choice !== null) choice.hidden = !there;
  if (['SUPPLEMENT', 'REDUCTION'].includes(form.elements.direction.value)) form.querySelector('[data-more]').open = true;
  rows('to').forEach(function (row) { inputs(row).line.setAttribute('list', there ? 'l-there' : 'l-lines'); });
};

const show = function () {
  sides();
  const sums = { from: 0, to: 0 };
  form.querySelectorAll('[data-entry]').forEach(function (row) {
    const change = fen(inputs(row).amount);
    const hint = row.querySelector('[data-available-of]');
    const known = row.dataset.side === 'to' && elsewhere() ? undefined : lines.get(inputs(row).line.value.trim());
    sums[row.dataset.side] += change;
    const both = change === 0 ? '' : yuan(change) + ' ' + hint.dataset.yuan + ' = ' + wan(change) + ' ' + hint.dataset.wan;
    hint.textContent = [known === undefined ? '' : known.label + ' · ' + hint.dataset.words + yuan(known.fen), both].filter(Boolean).join(' · ');
    hint.classList.toggle('over', row.dataset.side === 'from' && known !== undefined && change > known.fen);
  });
  const fresh = form.elements['to[' + FRESH + '].amount'];
  sums.to += fen(fresh);
  const line = form.querySelector('[data-balance]');
  const difference = sums.to - sums.from;
  line.hidden = false;
  line.textContent = line.dataset.out + ' ' + yuan(sums.from) + ' · ' + line.dataset.in + ' ' + yuan(sums.to) + ' · ' + line.dataset.difference + ' ' + yuan(difference);
  line.classList.toggle('over', balanced() && difference !== 0);
};

// The amount of a row of cells. Where several may be meant, none is guessed: all are pasted, so that they are refused and mended.
const amountOf = function (cells, column) {
  if (column > 0 && cells[column] !== undefined) return cells[column];
  const numbers = cells.slice(1).filter(function (cell) { return number(cell) !== null; });
  // What is no number is pasted too, so that it is refused by its name and not lost.
  return numbers.length > 0 ? numbers.join(' / ') : cells.slice(1).filter(Boolean).pop() || '';
};
const AMOUNT_HEAD = /^(金额|变动|amount|change)(金额|数额|数|额| amount)?[*＊]?\s*([（(].*[）)]|[/：:]?\s*(万元|元))?$/i;

// A block of cells: a line and its amount in each row, or amounts alone; a negative amount among what is gained is given. A
// head says which column the amounts are in, and is no row.
const paste = function (event) {
  const input = event.target;
  const row = input.closest('[data-entry]');
  const text = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  if (row === null || !/[\n\t]/.test(text)) return;
  event.preventDefault();
  const amountsOnly = input === inputs(row).amount;
  const first = { from: 0, to: 0 };
  first[row.dataset.side] = rows(row.dataset.side).indexOf(row);
  const records = text.split('\n').map(function (record) {
    return record.split('\t').map(function (cell) { return cell.trim(); });
  });
  const labels = Array.from(row.querySelectorAll('label > span')).map(function (label) { return label.textContent.trim(); });
  let column = -1;
  if (labels.includes(records[0][0]) || AMOUNT_HEAD.test(records[0][0])) {
    column = records.shift().findIndex(function (cell) { return AMOUNT_HEAD.test(cell) || cell === labels[1]; });
  }
  if (row.dataset.side === 'to') first.from = rows('from').filter(function (one) { return inputs(one).line.value !== ''; }).length;
  records.forEach(function (cells) {
    const amount = amountsOnly ? cells[0] : amountOf(cells, column);
    const negative = number(amount) !== null && number(amount) < 0;
    const side = row.dataset.side === 'to' && negative && !amountsOnly ? 'from' : row.dataset.side;
    const target = rows(side)[first[side]];
    if (target === undefined) return;
    first[side] += 1;
    if (!amountsOnly) {
      inputs(target).line.value = cells[0];
      resolve(inputs(target).line);
    }
    // Without its line a negative amount cannot go over to what is given, and stays as it was written.
    inputs(target).amount.value = negative && side === 'from' ? unsigned(amount) : amount;
    grow(target);
  });
  form.dispatchEvent(new Event('change'));
};

// Enter goes down the column and never sends the form; while an input method composes, it belongs to that.
const down = function (event) {
  const row = event.target.closest('[data-entry]');
  if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
  if (row === null) {
    // A document is handed in by its button alone.
    if (event.target.matches('input')) event.preventDefault();
    return;
  }
  event.preventDefault();
  resolve(event.target);
  grow(row);
  const all = rows(row.dataset.side);
  const next = all[all.indexOf(row) + 1];
  if (next === undefined) return;
  (event.target === inputs(row).amount ? inputs(next).amount : inputs(next).line).focus();
};

// What will happen, some moments after the last key.
const preview = document.querySelector('[data-preview-shown]');
let waiting = 0;
let asked = 0;
// A project changes without any line, but not before somebody has typed.
let typed = false;
const foresee = function () {
  if (form.dataset.preview === undefined || preview === null) return;
  window.clearTimeout(waiting);
  waiting = window.setTimeout(function () {
    const ready = (typed && form.dataset.project !== undefined) || ['from', 'to'].some(function (side) {
      return rows(side).some(function (row) { return inputs(row).line.value !== '' && fen(inputs(row).amount) > 0; });
    });
    if (!ready) return;
    const fields = new URLSearchParams();
    new FormData(form).forEach(function (value, name) {
      if (typeof value === 'string') fields.append(name, value);
      else if (value.name !== '') fields.set('withFiles', 'true');
    });
    fields.append('part', 'true');
    asked += 1;
    const turn = asked;
    fetch(form.dataset.preview, { method: 'POST', body: fields, credentials: 'same-origin' }).then(function (answer) {
      return answer.ok ? answer.text() : '';
    }).then(function (text) {
      if (turn !== asked || text === '') return;
      preview.replaceChildren(new DOMParser().parseFromString(text, 'text/html').querySelector('[data-foreseen]') || '');
    }).catch(function () { /* a comfort only */ });
  }, 400);
};

form.addEventListener('input', function (event) {
  typed = true;
  const row = event.target.closest('[data-entry]');
  if (row && event.target.value !== '') grow(row);
  mirror(event.target);
  show();
  foresee();
});
form.addEventListener('change', function (event) {
  typed = true;
  if (event.target.closest('.entry-line')) resolve(event.target);
  mirror(null);
  show();
  foresee();
});
form.addEventListener('keydown', down);
form.addEventListener('paste', paste);
mirror(null);
show();
foresee();
