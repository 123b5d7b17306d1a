// What somebody types into a form with [data-kept] outlives a session that ended meanwhile: it stays in this tab, under the
// login of whoever typed it, until the form was handed in, they decline it, or somebody signs out (site.js).
(function () {
  const form = document.querySelector('form[data-kept]');
  const offer = document.querySelector('[data-kept-offer]');
  if (form === null || offer === null) return;
  const search = new URLSearchParams(window.location.search);
  const which = ['draft', 'mends'].filter(function (name) { return search.has(name); }).map(function (name) { return name + '=' + search.get(name); });
  const place = ['typed', form.dataset.kept, new URL(form.action).pathname].concat(which).join(' ');
  const store = window.sessionStorage;
  const leftOut = ['_csrf', 'key', 'back', 'draft', 'draftVersion', 'mends', 'whole'];
  const typed = function () {
    const fields = [];
    Array.from(form.elements).forEach(function (field) {
      if (field.name === '' || leftOut.includes(field.name) || ['file', 'submit', 'button', 'fieldset'].includes(field.type)) return;
      fields.push([field.name, field.type === 'checkbox' ? String(field.checked) : field.value]);
    });
    return JSON.stringify(fields);
  };
  const fill = function (fields) {
    // What is not among it is not of this writing, such as a row of a workbook that was filled in meanwhile.
    const names = fields.map(function (one) { return one[0]; });
    Array.from(form.elements).forEach(function (field) {
      if (/^(from|to)\[\d+\]/.test(field.name) && !names.includes(field.name)) field.value = '';
    });
    fields.forEach(function (one) {
      let field = form.elements[one[0]];
      // Rows that are added while somebody types are added again.
      if (field === undefined && /^(from|to)\[\d+\]/.test(one[0])) {
        const last = Array.from(form.querySelectorAll('[data-entry][data-side="' + one[0].match(/^[a-z]+/)[0] + '"] .entry-line input')).pop();
        last.value = last.value || ' ';
        last.dispatchEvent(new Event('input', { bubbles: true }));
        last.value = last.value.trim();
        field = form.elements[one[0]];
      }
      if (field === undefined) return;
      if (field.type === 'checkbox') field.checked = one[1] === 'true';
      else field.value = one[1];
    });
    form.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const before = store.getItem(place);
  // What comes back from the server is what was typed last, and nothing older is offered beside it.
  const asSent = document.querySelector('[data-error-summary], [data-as-typed]') !== null;
  const fresh = typed();
  if (asSent) {
    try { store.setItem(place, fresh); } catch (full) { /* a comfort only */ }
  }
  form.addEventListener('submit', function () { store.setItem('sent', place); });
  let waits = before !== null && before !== fresh && !asSent;
  offer.hidden = !waits;
  offer.querySelector('[data-kept-take]').addEventListener('click', function () {
    waits = false;
    offer.hidden = true;
    fill(JSON.parse(before));
    keep();
  });
  offer.querySelector('[data-kept-leave]').addEventListener('click', function () {
    waits = false;
    offer.hidden = true;
    store.removeItem(place);
  });
  const keep = function () {
    if (waits) return; // what is still offered is not written over before somebody has chosen
    try { store.setItem(place, typed()); } catch (full) { /* a comfort only */ }
  };
  form.addEventListener('input', keep);
  form.addEventListener('change', keep);
}());
