import 'htmx.org';
import './islands.js';
import './menus.js';
import './return-form.js';

// The trace of a figure opens beside the page instead of replacing it. Without this script every link is a plain page.
const drawer = document.getElementById('drawer');

document.body.addEventListener('htmx:afterSwap', (event) => {
  if (event.detail.target.id === 'drawer-body' && drawer && !drawer.open) {
    drawer.showModal();
  }
});

drawer?.addEventListener('click', (event) => {
  const isCloser = event.target instanceof Element && event.target.closest('[data-close]');
  if (isCloser || event.target === drawer) {
    drawer.close();
  }
});

// Choosing from a list is enough; the button beside it serves pages without script.
document.addEventListener('change', (event) => {
  const form = event.target instanceof HTMLSelectElement && event.target.closest('form[data-submit-on-change]');
  if (form) {
    form.requestSubmit();
  }
});

// The browser prints what it shows; without this script its own menu does.
document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-print]')) {
    window.print();
  }
});
