// <jh-chart>: a read-out for a drawing of the server, by pointer and by keyboard. A mark of the drawing and a row of the table have the same data-row;
// the table is inside the element, or is named by its `for`. What is read out is the row: each cell after the heading of its column.
const gap = 12;

/** The text of a cell without its signs, which only repeat a word. */
const wordsOf = (node) => {
  const copy = node.cloneNode(true);
  copy.querySelectorAll('[aria-hidden="true"]').forEach((sign) => sign.remove());
  return copy.textContent.replace(/\s+/g, ' ').trim();
};

class Chart extends HTMLElement {
  #marks = [];

  #readOut = document.createElement('div');

  connectedCallback() {
    const drawing = this.querySelector('svg');
    const table = this.hasAttribute('for') ? document.getElementById(this.getAttribute('for')) : this.querySelector('table');
    if (!drawing || !table) {
      return;
    }

    const rows = new Map([...table.querySelectorAll('tr[data-row]')].map((row) => [row.dataset.row, row]));
    const heads = [...table.querySelectorAll('thead tr:last-child > *')].map(wordsOf);
    for (const element of drawing.querySelectorAll('[data-row]')) {
      const row = rows.get(element.dataset.row);
      if (row) {
        const cells = [...row.cells].map((cell, at) => [heads[at] ?? '', wordsOf(cell)]).filter(([, value]) => value !== '');
        this.#marks.push({ element, cells });
      }
    }

    this.#readOut.className = 'read-out';
    this.#readOut.hidden = true;
    this.append(this.#readOut);
    this.#marks.forEach((mark, at) => this.#prepare(mark, at));
    drawing.addEventListener('pointermove', (event) => this.#follow(drawing, event));
    drawing.addEventListener('pointerleave', () => this.#hide());
    this.addEventListener('keydown', (event) => this.#step(event));
    this.addEventListener('focusout', () => this.#hide());
  }

  /** One stop of the tabulator for the whole drawing; the arrows go from mark to mark. */
  #prepare({ element, cells }, at) {
    element.querySelector('title')?.remove();
    element.setAttribute('tabindex', at === 0 ? '0' : '-1');
    element.setAttribute('aria-label', cells.map(([head, value]) => (head ? `${head} ${value}` : value)).join(' · '));
    if (element.localName !== 'a') {
      element.setAttribute('role', 'img');
    }

    element.addEventListener('focus', () => this.#show(at));
  }

  #step(event) {
    const now = this.#marks.findIndex(({ element }) => element === document.activeElement);
    const last = this.#marks.length - 1;
    const to = { ArrowRight: now + 1, ArrowDown: now + 1, ArrowLeft: now - 1, ArrowUp: now - 1, Home: 0, End: last }[event.key];
    if (event.key === 'Escape') {
      this.#hide();
    } else if (now >= 0 && to !== undefined) {
      event.preventDefault();
      const next = this.#marks[Math.min(Math.max(to, 0), last)].element;
      this.#marks[now].element.setAttribute('tabindex', '-1');
      next.setAttribute('tabindex', '0');
      next.focus();
    }
  }

  /** The nearest mark within reach of the pointer. */
  #follow(drawing, { clientX, clientY }) {
    const reach = 28;
    let [nearest, least] = [-1, reach];
    this.#marks.forEach(({ element }, at) => {
      const box = element.getBoundingClientRect();
      const away = Math.hypot(clientX - (box.left + box.width / 2), clientY - (box.top + box.height / 2));
      if (away < least) {
        [nearest, least] = [at, away];
      }
    });
    if (nearest < 0) {
      this.#hide();
    } else {
      this.#show(nearest);
    }
  }

  #show(at) {
    const { element, cells } = this.#marks[at];
    for (const mark of this.#marks) {
      mark.element.classList.toggle('read', mark.element === element);
    }

    this.#readOut.replaceChildren(...cells.map(([head, value], each) => {
      const line = document.createElement(each === 0 ? 'strong' : 'span');
      line.textContent = each === 0 || !head ? value : `${head} ${value}`;
      return line;
    }));
    this.#readOut.hidden = false;
    const [frame, mark] = [this.getBoundingClientRect(), element.getBoundingClientRect()];
    const { offsetWidth, offsetHeight } = this.#readOut;
    const left = Math.min(Math.max(mark.left - frame.left + mark.width / 2 - offsetWidth / 2, 0), Math.max(frame.width - offsetWidth, 0));
    const above = mark.top - frame.top - offsetHeight - gap;
    this.#readOut.style.left = `${left}px`;
    this.#readOut.style.top = `${above >= 0 ? above : mark.bottom - frame.top + gap}px`;
  }

  #hide() {
    this.#readOut.hidden = true;
    for (const { element } of this.#marks) {
      element.classList.remove('read');
    }
  }
}

customElements.define('jh-chart', Chart);
