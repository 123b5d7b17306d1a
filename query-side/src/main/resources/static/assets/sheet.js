// The lines of a draft as one sheet: typed, pasted and saved together. Everything is checked again by the server.
const sheet = document.querySelector('[data-sheet]');
if (sheet) {
  const FIELDS = ['line', 'unit', 'function', 'category', 'project', 'deptEconomic', 'govEconomic', 'fund', 'source', 'appropriated', 'amount', 'note'];
  const ON_ONE_PAGE = 100;
  const find = function (name) { return sheet.querySelector('[data-' + name + ']'); };
  const body = sheet.querySelector('.sheet tbody');
  const words = function (name) {
    let text = sheet.dataset['w' + name[0].toUpperCase() + name.slice(1)];
    for (let at = 1; at < arguments.length; at++) text = text.replace('{' + (at - 1) + '}', arguments[at]);
    return text;
  };
  const heads = {};
  sheet.querySelectorAll('th[data-field]').forEach(function (head) { heads[head.dataset.field] = head.textContent; });

  let rows = [];
  let draft = { version: -1, drafting: false, limits: [], choices: {} };
  let names = {};
  let page = 0;
  let sent = { body: '', key: '' };

  // Money is whole fen; what is typed is read without ever becoming a fraction.
  const digits = function () { return find('unit').value === '万元' ? 6 : 2; };
  const fen = function (text) {
    let plain = String(text).normalize('NFKC').replace(/\u2212/g, '-').replace(/[,\s]/g, '');
    if (plain === '') return { fen: 0 };
    plain = plain.replace(/^\((.*)\)$/, '-$1');
    const parts = /^([+-]?)(\d{1,15})(?:\.(\d{0,10}))?$/.exec(plain);
    if (!parts) return { wrong: words('number', text) };
    const decimals = (parts[3] || '').replace(/0+$/, '');
    if (decimals.length > digits()) return { wrong: words('fine', text) };
    const value = Number(parts[2] + decimals.padEnd(digits(), '0'));
    if (!Number.isSafeInteger(value)) return { wrong: words('number', text) };
    return { fen: parts[1] === '-' ? -value : value };
  };
  const printed = function (value, places) {
    const text = String(Math.abs(value)).padStart(places + 1, '0');
    let decimals = text.slice(text.length - places);
    while (decimals.length > 2 && decimals.endsWith('0')) decimals = decimals.slice(0, -1);
    const whole = text.slice(0, text.length - places).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
    return (value < 0 ? '\u2212' : '') + whole + '.' + decimals;
  };

  // What a cell says, as a text: of the line as it was read, or as it is now.
  const said = function (line, field) {
    if (field === 'amount') return line.amountFen;
    return line[field];
  };
  const shown = function (row, field) {
    if (field !== 'amount') return row.now[field];
    return row.typed !== undefined ? row.typed : printed(row.now.amountFen, digits());
  };
  const changed = function (row) {
    if (row.removed || !row.base) return row.removed ? row.base !== null : !blank(row);
    return row.typed !== undefined && row.errors.amount !== undefined
      || FIELDS.some(function (field) { return said(row.now, field) !== said(row.base, field); });
  };
  const blank = function (row) {
    return ['unit', 'function', 'deptEconomic', 'project', 'note'].every(function (field) { return row.now[field] === ''; })
      && row.now.amountFen === 0 && row.typed === undefined;
  };
  const fresh = function () {
    const used = rows.map(function (row) { return Number(row.now.line); }).filter(Number.isInteger);
    const last = rows.filter(function (row) { return !row.removed; }).pop();
    return {
      base: null,
      now: {
        line: String(Math.max(0, ...used) + 1), unit: last ? last.now.unit : '', function: '', category: last ? last.now.category : '',
        project: '', deptEconomic: '', govEconomic: '', fund: last ? last.now.fund : '', source: last ? last.now.source : '',
        appropriated: true, amountFen: 0, note: '', mappingReason: ''
      },
      errors: {}, removed: false
    };
  };

  const visible = function () {
    const word = find('filter').value.trim().toLowerCase();
    if (word === '') return rows;
    return rows.filter(function (row) {
      if (row.base === null) return true;
      return FIELDS.some(function (field) {
        const value = String(shown(row, field));
        return value.toLowerCase().includes(word) || ((names[field] || {})[value] || '').toLowerCase().includes(word);
      });
    });
  };

  const element = function (tag, attributes, text) {
    const made = document.createElement(tag);
    Object.entries(attributes || {}).forEach(function (pair) { made.setAttribute(pair[0], pair[1]); });
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const cell = function (row, field, at) {
    const td = element(field === 'line' ? 'th' : 'td', field === 'line' ? { scope: 'row' } : {});
    const input = element('input', { 'data-at': at, 'data-field': field, 'aria-label': heads[field] + ' ' + words('row', row.now.line), autocomplete: 'off' });
    if (field === 'appropriated') {
      input.type = 'checkbox';
      input.checked = row.now.appropriated;
    } else {
      input.value = shown(row, field);
      if (draft.choices[field]) input.setAttribute('list', 'sheet-' + field);
      if (field === 'amount') input.setAttribute('inputmode', 'decimal');
    }
    input.className = 'in-' + field;
    if (!draft.drafting || row.removed) input.disabled = true;
    if (field === 'line' && row.base !== null) input.readOnly = true;
    td.append(input);
    mark(td, input, row, field);
    return td;
  };
  const mark = function (td, input, row, field) {
    td.querySelectorAll('.wrong-words').forEach(function (old) { old.remove(); });
    const wrong = row.errors[field];
    td.classList.toggle('bad-cell', wrong !== undefined);
    td.classList.toggle('changed-cell', row.base !== null && said(row.now, field) !== said(row.base, field));
    if (wrong === undefined) {
      input.removeAttribute('aria-invalid');
      input.removeAttribute('aria-describedby');
      return;
    }
    const id = 'e-' + input.dataset.at + '-' + field;
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', id);
    td.append(element('span', { class: 'wrong-words', id: id }, wrong));
  };
  const render = function () {
    const list = visible();
    const pages = Math.max(1, Math.ceil(list.length / ON_ONE_PAGE));
    page = Math.min(page, pages - 1);
    body.replaceChildren();
    list.slice(page * ON_ONE_PAGE, (page + 1) * ON_ONE_PAGE).forEach(function (row) {
      const at = rows.indexOf(row);
      const tr = element('tr', row.removed ? { class: 'removed-row' } : {});
      FIELDS.forEach(function (field) { tr.append(cell(row, field, at)); });
      const last = element('td');
      const button = element('button', { type: 'button', class: 'btn', 'data-toggle': at, 'aria-label': words(row.removed ? 'keep' : 'remove') + ' ' + words('row', row.now.line) }, words(row.removed ? 'keep' : 'remove'));
      button.disabled = !draft.drafting;
      last.append(button);
      tr.append(last);
      body.append(tr);
    });
    find('page').textContent = words('page', page + 1, pages, list.length);
    find('previous').disabled = page === 0;
    find('next').disabled = page >= pages - 1;
    totals();
  };

  const label = function (field, value) {
    const choice = (draft.choices[field] || []).find(function (one) { return one.value === value || one.label === value; });
    return choice ? choice.value : value;
  };
  const totals = function () {
    const panel = find('limits');
    panel.hidden = draft.limits.length === 0;
    const table = panel.querySelector('tbody');
    table.replaceChildren();
    draft.limits.forEach(function (limit) {
      const drafted = rows.filter(function (row) {
        if (row.removed || label('fund', row.now.fund) !== limit.fund) return false;
        if (limit.codes.length > 0) return row.now.appropriated && limit.codes.includes(row.now.deptEconomic);
        return label('source', row.now.source) === 'CURRENT';
      }).reduce(function (sum, row) { return sum + row.now.amountFen; }, 0);
      if (limit.ceiling === 0 && drafted === 0 && limit.codes.length === 0) return;
      const left = limit.ceiling - drafted;
      const tr = element('tr', { 'data-limit': limit.fund + limit.codes.join() });
      tr.append(element('th', { scope: 'row' }, limit.label), element('td', { class: 'num' }, printed(limit.ceiling, 2)), element('td', { class: 'num' }, printed(drafted, 2)), element('td', { class: left < 0 ? 'num over' : 'num' }, printed(left, 2)));
      table.append(tr);
    });
    const unsaved = rows.filter(changed).length;
    find('count').textContent = unsaved === 0 ? '' : words('unsaved', unsaved);
  };

  const put = function (row, field, text) {
    delete row.errors[field];
    if (field === 'appropriated') {
      row.now.appropriated = text === true || ['true', '是', '1', 'TRUE', '√'].includes(String(text).trim());
    } else if (field === 'amount') {
      const read = fen(text);
      if (read.wrong) {
        row.errors.amount = read.wrong;
        row.typed = text;
      } else {
        row.now.amountFen = read.fen;
        delete row.typed;
      }
    } else if (field !== 'line' || row.base === null) {
      row.now[field] = String(text).trim();
    }
  };
  // A code may be chosen by its name, as people know it.
  const coded = function (field, text) {
    const trimmed = String(text).trim();
    if (!['unit', 'function', 'project', 'deptEconomic', 'govEconomic'].includes(field)) return trimmed;
    const known = (draft.choices[field] || []).filter(function (one) { return one.label === trimmed; });
    return known.length === 1 ? known[0].value : trimmed;
  };

  const focus = function (at, field) {
    const target = body.querySelector('input[data-at="' + at + '"][data-field="' + field + '"]');
    if (target) {
      target.focus();
      if (target.type !== 'checkbox') target.select();
    }
    return target !== null;
  };
  const down = function (input, step) {
    const list = visible();
    const here = list.indexOf(rows[Number(input.dataset.at)]);
    const to = here + step;
    if (to < 0) return;
    if (to >= list.length) {
      if (step < 0 || !draft.drafting) return;
      rows.push(fresh());
      page = Math.floor(visible().indexOf(rows[rows.length - 1]) / ON_ONE_PAGE);
      render();
      focus(rows.length - 1, input.dataset.field);
      return;
    }
    const at = rows.indexOf(list[to]);
    if (!focus(at, input.dataset.field)) {
      page = Math.floor(to / ON_ONE_PAGE);
      render();
      focus(at, input.dataset.field);
    }
  };

  body.addEventListener('keydown', function (event) {
    const input = event.target.closest('input');
    if (!input || event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      input.dispatchEvent(new Event('change', { bubbles: true }));
      down(input, event.shiftKey ? -1 : 1);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !input.hasAttribute('list')) {
      event.preventDefault();
      down(input, event.key === 'ArrowDown' ? 1 : -1);
    }
  });
  body.addEventListener('input', function (event) {
    const input = event.target;
    const row = rows[Number(input.dataset.at)];
    put(row, input.dataset.field, input.type === 'checkbox' ? input.checked : coded(input.dataset.field, input.value));
    mark(input.parentElement, input, row, input.dataset.field);
    totals();
    named(input);
  });
  body.addEventListener('change', function (event) {
    const input = event.target;
    if (input.type === 'checkbox' || !input.dataset.field) return;
    const row = rows[Number(input.dataset.at)];
    input.value = shown(row, input.dataset.field);
  });
  const named = function (input) {
    const row = rows[Number(input.dataset.at)];
    const all = ['unit', 'function', 'project', 'deptEconomic', 'govEconomic']
      .map(function (field) { return (names[field] || {})[row.now[field]]; })
      .filter(Boolean);
    find('names').textContent = words('row', row.now.line) + ' ' + all.join(' · ');
  };
  body.addEventListener('focusin', function (event) { if (event.target.dataset.field) named(event.target); });
  body.addEventListener('click', function (event) {
    const button = event.target.closest('[data-toggle]');
    if (!button) return;
    const at = Number(button.dataset.toggle);
    if (rows[at].base === null) rows.splice(at, 1);
    else rows[at].removed = !rows[at].removed;
    render();
  });

  // A block from a spreadsheet: from the cell that has the focus to the right and down, over pages and beyond the end.
  const block = function (text) {
    const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
    return lines.map(function (line) {
      return line.split('\t').map(function (one) { return one.replace(/^"([\s\S]*)"$/, '$1').replace(/""/g, '"'); });
    });
  };
  body.addEventListener('paste', function (event) {
    const input = event.target.closest('input');
    const text = event.clipboardData ? event.clipboardData.getData('text/plain') : '';
    if (!input || !/[\t\n]/.test(text.replace(/\r?\n$/, ''))) return;
    event.preventDefault();
    const cells = block(text);
    const list = visible().filter(function (row) { return !row.removed; });
    const first = list.indexOf(rows[Number(input.dataset.at)]);
    const left = FIELDS.indexOf(input.dataset.field);
    cells.forEach(function (line, below) {
      let row = list[first + below];
      if (!row) {
        row = fresh();
        rows.push(row);
      }
      line.slice(0, FIELDS.length - left).forEach(function (one, right) {
        const field = FIELDS[left + right];
        put(row, field, coded(field, one));
      });
    });
    render();
    focus(input.dataset.at, input.dataset.field);
    say('good', [words('pasted', cells.length, Math.max(...cells.map(function (line) { return line.length; })))]);
  });

  const say = function (kind, sentences) {
    const box = find('messages');
    box.replaceChildren();
    if (sentences.length === 0) return;
    const notice = element('div', { class: 'notice ' + kind });
    sentences.forEach(function (sentence) { notice.append(element('p', {}, sentence)); });
    box.append(notice);
  };

  const wanted = function () {
    return rows.filter(changed).map(function (row) {
      if (row.removed) return { row: row, command: { command: 'RemoveLine', line: row.base.line, reason: find('reason').value } };
      const now = row.now;
      const command = {
        command: row.base === null ? 'AllocateLine' : 'ReviseLine', line: now.line, unit: now.unit, function: now.function, category: now.category,
        project: now.project, deptEconomic: now.deptEconomic, govEconomic: now.govEconomic, fund: now.fund, source: now.source,
        appropriated: String(now.appropriated), amountFen: String(now.amountFen), note: now.note, mappingReason: now.mappingReason
      };
      return { row: row, command: command };
    });
  };
  const key = function (text) {
    if (sent.body !== text) {
      const random = new Uint32Array(4);
      crypto.getRandomValues(random);
      sent = { body: text, key: 'sheet-' + Array.from(random, function (part) { return part.toString(16); }).join('-') };
    }
    return sent.key;
  };
  const save = async function () {
    const all = wanted();
    const unread = all.find(function (one) { return one.row.errors.amount && one.row.typed !== undefined; });
    if (unread) return point([{ row: unread.row, field: 'amount' }], [words('wrong', 1)]);
    if (all.length === 0) return say('', [words('nothing')]);
    const text = JSON.stringify({ command: 'Batch', budget: sheet.dataset.budget, commands: all.map(function (one) { return one.command; }) });
    find('save').disabled = true;
    find('count').textContent = words('sending');
    try {
      const answer = await fetch('/api/commands', {
        method: 'POST', credentials: 'same-origin', body: text,
        headers: { 'Content-Type': 'application/json', 'X-CSRF-TOKEN': sheet.dataset.csrf, 'Idempotency-Key': key(text), 'If-Match': '"' + draft.version + '"' }
      });
      const said = (answer.headers.get('Content-Type') || '').includes('json') ? await answer.json() : {};
      if (answer.ok) await done(said, all.length);
      else if (answer.status === 412) await merge();
      else refused(answer.status, said, all);
    } catch (away) {
      say('bad', [words('away')]);
    } finally {
      find('save').disabled = !draft.drafting;
      totals();
    }
  };
  const done = async function (receipt, count) {
    await load('?after=' + receipt.position);
    say('good', [words('saved', count)]);
  };
  const refused = function (status, problem, all) {
    const errors = problem.errors || [];
    if (errors.length === 0) return say('bad', [status === 403 || status === 401 ? words('denied') : words('away')]);
    rows.forEach(function (row) { row.errors = {}; });
    const places = [];
    const general = [];
    errors.forEach(function (error) {
      const parts = /^\/commands\/(\d+)(?:\/(.*))?$/.exec(error.pointer);
      const one = parts && all[Number(parts[1])];
      if (!one) return general.push(error.words);
      const name = (parts[2] || '').replace('amountFen', 'amount');
      const field = FIELDS.includes(name) ? name : 'line';
      one.row.errors[field] = error.words;
      places.push({ row: one.row, field: field });
    });
    point(places, [words('wrong', errors.length)].concat(general));
  };
  const point = function (places, sentences) {
    say('bad', sentences);
    if (places.length === 0) return render();
    if (!visible().includes(places[0].row)) find('filter').value = '';
    page = Math.floor(visible().indexOf(places[0].row) / ON_ONE_PAGE);
    render();
    focus(rows.indexOf(places[0].row), places[0].field);
  };

  // Somebody was faster: their change is taken over wherever nothing was typed, and said where something was.
  const merge = async function () {
    const answer = await fetch(sheet.dataset.lines, { credentials: 'same-origin' });
    const theirs = await answer.json();
    const byKey = new Map(theirs.lines.map(function (line) { return [line.line, line]; }));
    const told = [words('kept')];
    const kept = [];
    rows.forEach(function (row) {
      const line = byKey.get(row.now.line);
      if (row.base === null) {
        if (line) row.errors.line = words('fresh', row.now.line);
        kept.push(row);
      } else if (!line) {
        told.push(words('gone', row.base.line));
        if (changed(row) && !row.removed) kept.push(Object.assign(row, { base: null }));
      } else {
        FIELDS.forEach(function (field) { take(row, line, field, told); });
        row.base = line;
        kept.push(row);
      }
      byKey.delete(row.now.line);
    });
    byKey.forEach(function (line) {
      kept.push(row(line));
      told.push(words('fresh', line.line));
    });
    rows = kept;
    draft = theirs;
    say('warn', told);
    render();
  };
  const take = function (row, line, field, told) {
    const before = said(row.base, field);
    const theirs = said(line, field);
    if (theirs === before) return;
    const print = function (value) { return field === 'amount' ? printed(value, 2) : String(value); };
    told.push(words('changed', row.base.line, heads[field], print(before), print(theirs)));
    if (said(row.now, field) === before) row.now[field === 'amount' ? 'amountFen' : field] = theirs;
    else row.errors[field] = words('others', print(theirs));
  };

  const row = function (line) { return { base: line, now: Object.assign({}, line), errors: {}, removed: false }; };
  const load = async function (query) {
    const answer = await fetch(sheet.dataset.lines + query, { credentials: 'same-origin' });
    if (!answer.ok) return say('bad', [words(answer.status === 403 || answer.status === 401 ? 'denied' : 'away')]);
    draft = await answer.json();
    rows = draft.lines.map(row);
    names = {};
    Object.entries(draft.choices).forEach(function (pair) {
      names[pair[0]] = {};
      const list = document.getElementById('sheet-' + pair[0]) || sheet.appendChild(element('datalist', { id: 'sheet-' + pair[0], lang: 'zh-CN' }));
      list.replaceChildren();
      pair[1].forEach(function (choice) {
        names[pair[0]][choice.value] = choice.label;
        const word = ['category', 'fund', 'source'].includes(pair[0]);
        list.append(element('option', { value: word ? choice.label : choice.value }, word ? '' : choice.label));
      });
    });
    render();
  };

  find('filter').addEventListener('input', function () { page = 0; render(); });
  find('unit').addEventListener('change', render);
  find('previous').addEventListener('click', function () { page--; render(); });
  find('next').addEventListener('click', function () { page++; render(); });
  find('save').addEventListener('click', save);
  find('add').addEventListener('click', function () {
    rows.push(fresh());
    page = Math.floor(visible().indexOf(rows[rows.length - 1]) / ON_ONE_PAGE);
    render();
    focus(rows.length - 1, 'unit');
  });
  window.addEventListener('beforeunload', function (event) { if (rows.some(changed)) event.preventDefault(); });
  load('');
}
