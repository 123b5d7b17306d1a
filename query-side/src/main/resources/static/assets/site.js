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
