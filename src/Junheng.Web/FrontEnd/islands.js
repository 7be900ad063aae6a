// Islands: custom elements whose module is fetched when one of them comes into view. Until then, and without script, what the server drew inside them stands.
/* global ISLANDS -- put in by bundle.mjs: the element's name → the address of its module */
const margin = '200px';
const asked = new Set();

const fetchModule = (name) => {
  if (!asked.has(name)) {
    asked.add(name);
    import(ISLANDS[name]).catch((fault) => {
      // The page stays as the server drew it; the next one that comes into view tries again.
      asked.delete(name);
      console.warn(name, fault);
    });
  }
};

const watcher = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (isIntersecting) {
      watcher.unobserve(target);
      fetchModule(target.localName);
    }
  }
}, { rootMargin: margin });

const watch = (root) => {
  for (const island of root.querySelectorAll(Object.keys(ISLANDS).join(','))) {
    if (!customElements.get(island.localName)) {
      watcher.observe(island);
    }
  }
};

watch(document);
document.body.addEventListener('htmx:afterSwap', (event) => watch(event.detail.target));
