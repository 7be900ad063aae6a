// A menu of the head closes when another opens, when the reader goes elsewhere, and by Escape, which leads back to its name. Without this script menus stay open.
const menus = () => [...document.querySelectorAll('details:is(.menu, .basis)[open]')];

const closeOutside = (inside) => {
  for (const menu of menus()) {
    if (!menu.contains(inside)) {
      menu.open = false;
    }
  }
};

document.addEventListener('toggle', (event) => {
  if (event.target instanceof HTMLDetailsElement && event.target.open && event.target.matches('.menu, .basis')) {
    closeOutside(event.target);
  }
}, true);
document.addEventListener('click', (event) => closeOutside(event.target));
document.addEventListener('focusin', (event) => closeOutside(event.target));
document.addEventListener('keydown', (event) => {
  const menu = event.key === 'Escape' && event.target instanceof Element && event.target.closest('details:is(.menu, .basis)[open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});
