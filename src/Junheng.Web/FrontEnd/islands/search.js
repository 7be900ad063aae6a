// <jh-search>: suggestions under the search field of the head. The form works by itself; the list is asked from the server and walked with the arrow keys.
const pause = 120;

class Search extends HTMLElement {
  #field = this.querySelector('input[type="search"]');

  #form = this.querySelector('form');

  #list = document.createElement('ul');

  #waiting = 0;

  #request = null;

  connectedCallback() {
    this.#list.id = 'suggestions';
    this.#list.className = 'suggestions';
    this.#list.setAttribute('role', 'listbox');
    this.#list.setAttribute('aria-label', this.querySelector('label').textContent);
    this.#list.hidden = true;
    this.append(this.#list);
    for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'], ['aria-controls', 'suggestions']]) {
      this.#field.setAttribute(name, value);
    }

    this.#field.addEventListener('input', () => {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => this.#ask(), pause);
    });
    this.#field.addEventListener('keydown', (event) => this.#key(event));
    this.#field.addEventListener('blur', () => this.#close());
    this.#list.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      const option = event.target.closest('[data-href]');
      if (option) {
        location.assign(option.dataset.href);
      }
    });
  }

  async #ask() {
    this.#request?.abort();
    const text = this.#field.value.trim();
    if (text === '') {
      this.#close();
      return;
    }

    this.#request = new AbortController();
    try {
      const answer = await fetch(`${this.#form.dataset.suggest}?${new URLSearchParams(new FormData(this.#form))}`, { signal: this.#request.signal, redirect: 'error' });
      if (answer.ok && text === this.#field.value.trim()) {
        this.#list.innerHTML = await answer.text();
        this.#list.hidden = this.#list.children.length === 0;
        this.#field.setAttribute('aria-expanded', String(!this.#list.hidden));
        this.#field.removeAttribute('aria-activedescendant');
      }
    } catch {
      // Given up for the next letters, or no server: the form still leads to the page of results.
    }
  }

  #key(event) {
    const options = [...this.#list.children];
    const now = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    if (event.key === 'Escape' && !this.#list.hidden) {
      event.preventDefault();
      this.#close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0 && !this.#list.hidden) {
      event.preventDefault();
      const next = options[(now + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length] ?? options[0];
      options.forEach((option) => option.setAttribute('aria-selected', String(option === next)));
      this.#field.setAttribute('aria-activedescendant', next.id);
      next.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && now >= 0 && !this.#list.hidden) {
      event.preventDefault();
      location.assign(options[now].dataset.href);
    }
  }

  #close() {
    this.#list.hidden = true;
    this.#field.setAttribute('aria-expanded', 'false');
    this.#field.removeAttribute('aria-activedescendant');
  }
}

customElements.define('jh-search', Search);
