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
