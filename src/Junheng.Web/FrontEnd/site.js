import htmx from 'htmx.org';
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

// The key / leads to the search, except where one is typing.
document.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
  if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const field = document.querySelector('.search-box input[type="search"]');
    if (field) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  }
});

// The browser prints what it shows; without this script its own menu does.
document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-print]')) {
    window.print();
  }
});

// What an island has drawn anew opens its traces beside the page as the rest does.
document.addEventListener('jh-drawn', (event) => htmx.process(event.target));
