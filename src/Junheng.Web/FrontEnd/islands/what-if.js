// <jh-what-if>: the form of a scenario answers while one types. Each change is sent to the server, which judges the whole county anew and sends back only the places
// that moved. One request is under way at a time; what was typed meanwhile follows it, so answers can't overtake each other.
const together = 800; // milliseconds in which changes of one field count as one step of undo
const patience = 10_000;

class WhatIf extends HTMLElement {
  #form;

  #fields = new Map();

  #slots = new Map();

  #shown = new Set();

  #steps = [new Map()];

  #at = 0;

  #last = { name: '', time: 0 };

  #isBusy = false;

  #isWaiting = false;

  #isDirty = false;

  #sequence = 0;

  connectedCallback() {
    this.#form = this.querySelector('form');
    this.#form.querySelectorAll('[data-base]').forEach((field) => this.#fields.set(field.name, field));
    this.#form.querySelectorAll('[data-slot]').forEach((slot) => this.#slots.set(slot.dataset.slot, slot));
    this.#steps[0] = this.#changes();
    this.#fields.forEach((field) => this.#mark(field));
    if (this.#steps[0].size > 0) {
      // The page came with changes: which of its places moved is asked once.
      this.#slots.forEach((_, name) => this.#shown.add(name));
    }

    this.#showRow();
    this.#form.addEventListener('input', (event) => this.#typed(event.target));
    this.#form.addEventListener('keydown', (event) => this.#key(event));
    this.#form.addEventListener('paste', (event) => this.#paste(event));
    this.#form.addEventListener('submit', (event) => this.#submit(event));
    this.#tool('undo', () => this.#go(this.#at - 1));
    this.#tool('redo', () => this.#go(this.#at + 1));
    this.#tool('reset', (event) => {
      event.preventDefault();
      this.#set(new Map());
      this.#remember('');
    });
    this.#form.querySelector('[data-try]')?.setAttribute('hidden', '');
    const filter = this.#form.querySelector('.what-if-filter');
    filter?.removeAttribute('hidden');
    filter?.addEventListener('input', (event) => {
      event.stopPropagation();
      this.#filter();
    });
    window.addEventListener('beforeunload', (event) => {
      if (this.#isDirty) {
        event.preventDefault();
      }
    });
  }

  // A row that the address names stands below the column heads, and these below the answer, which stays on top.
  #showRow() {
    const row = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    const box = row?.closest('.what-if-scroll');
    if (box && this.contains(box)) {
      requestAnimationFrame(() => {
        const heads = box.querySelector('thead').offsetHeight;
        box.scrollTop = row.offsetTop - heads - row.offsetHeight;
        window.scrollTo({ top: box.getBoundingClientRect().top + window.scrollY - this.querySelector('.what-if-head').offsetHeight - heads / 2, behavior: 'instant' });
      });
    }
  }

  #tool(name, act) {
    const tool = this.#form.querySelector(`[data-${name}]`);
    tool?.removeAttribute('hidden');
    tool?.addEventListener('click', act);
  }

  /** Every field that says something else than the baseline. */
  #changes() {
    return new Map([...this.#fields].filter(([, field]) => field.value.trim() !== field.dataset.base).map(([name, field]) => [name, field.value.trim()]));
  }

  #mark(field) {
    const cell = field.closest('td');
    if (!cell) {
      return;
    }

    const isChanged = field.value.trim() !== field.dataset.base;
    cell.classList.toggle('changed', isChanged);
    let base = cell.querySelector('.base');
    if (isChanged && !base) {
      base = document.createElement('small');
      base.className = 'base';
      base.textContent = `${this.#form.dataset.was} ${field.dataset.base || this.#form.dataset.blank}`;
      base.id = `base:${field.name}`;
      field.setAttribute('aria-describedby', base.id);
      cell.append(base);
    } else if (!isChanged) {
      base?.remove();
      field.removeAttribute('aria-describedby');
    }
  }

  #typed(field) {
    if (this.#fields.has(field.name)) {
      this.#mark(field);
      this.#remember(field.name);
    }
  }

  #remember(name) {
    const now = this.#changes();
    const isOneStep = name !== '' && name === this.#last.name && performance.now() - this.#last.time < together && this.#at > 0;
    this.#last = { name, time: performance.now() };
    this.#steps.length = isOneStep ? this.#at : this.#at + 1;
    this.#steps.push(now);
    this.#at = this.#steps.length - 1;
    this.#isDirty = true;
    this.#after();
  }

  #go(to) {
    if (to >= 0 && to < this.#steps.length) {
      this.#at = to;
      this.#last = { name: '', time: 0 };
      this.#set(this.#steps[to]);
      this.#after();
    }
  }

  #set(changes) {
    this.#fields.forEach((field, name) => {
      const text = changes.get(name) ?? field.dataset.base;
      if (field.value !== text) {
        field.value = text;
        this.#mark(field);
      }
    });
  }

  #after() {
    const [undo, redo] = ['undo', 'redo'].map((name) => this.#form.querySelector(`[data-${name}]`));
    if (undo && redo) {
      undo.disabled = this.#at === 0;
      redo.disabled = this.#at === this.#steps.length - 1;
    }

    this.#ask();
  }

  async #ask() {
    if (this.#isBusy) {
      this.#isWaiting = true;
      return;
    }

    this.#isBusy = true;
    const sent = ++this.#sequence;
    const body = new URLSearchParams([...this.#form.querySelectorAll('input[type="hidden"]')].map(({ name, value }) => [name, value]));
    this.#changes().forEach((text, name) => body.append(name, text));
    body.set('shown', [...this.#shown].join(' '));
    try {
      const answer = await fetch(this.#form.dataset.check, { method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(patience) });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }

      const html = await answer.text();
      if (sent === this.#sequence) {
        this.#show(html);
        this.#say('');
      }
    } catch {
      this.#say(this.#form.dataset.offline);
    } finally {
      this.#isBusy = false;
      if (this.#isWaiting) {
        this.#isWaiting = false;
        this.#ask();
      }
    }
  }

  #show(html) {
    const frame = document.createElement('template');
    frame.innerHTML = html;
    this.#shown.clear();
    for (const part of frame.content.querySelectorAll('template[data-slot]')) {
      const slot = this.#slots.get(part.dataset.slot);
      if (slot) {
        const before = slot.textContent;
        slot.replaceChildren(part.content);
        if (part.dataset.moved) {
          this.#shown.add(part.dataset.slot);
        }

        slot.classList.remove('moved');
        if (slot.textContent !== before && part.dataset.moved) {
          requestAnimationFrame(() => slot.classList.add('moved'));
        }
      }
    }

    const wrong = new Set([...this.#form.querySelectorAll('[data-problem]')].map((problem) => problem.dataset.problem));
    this.#fields.forEach((field, name) => {
      field.closest('td')?.classList.toggle('wrong', wrong.has(name));
      field.toggleAttribute('aria-invalid', wrong.has(name));
    });
    this.dispatchEvent(new CustomEvent('jh-answered', { bubbles: true }));
  }

  #say(text) {
    this.#form.querySelector('[data-status]').textContent = text;
  }

  #key(event) {
    const field = event.target;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && ['z', 'y', 'Z', 'Y'].includes(event.key)) {
      event.preventDefault();
      this.#go(this.#at + (event.key.toLowerCase() === 'y' || event.shiftKey ? 1 : -1));
      return;
    }

    const cell = field.closest?.('td.edit');
    const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key];
    if (cell && step) {
      event.preventDefault();
      let row = cell.parentElement;
      do {
        row = step > 0 ? row.nextElementSibling : row.previousElementSibling;
      } while (row && (row.classList.contains('filtered') || !row.cells[cell.cellIndex]?.querySelector('input')));
      const next = row?.cells[cell.cellIndex].querySelector('input');
      next?.focus();
      next?.select();
    }
  }

  /** A block copied from a sheet goes right and down from the field that it is pasted into. */
  #paste(event) {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const cell = event.target.closest?.('td.edit');
    if (!cell || !/[\t\n]/.test(text.replace(/\r?\n$/, ''))) {
      return;
    }

    event.preventDefault();
    let row = cell.parentElement;
    for (const line of text.replace(/\r/g, '').replace(/\n$/, '').split('\n')) {
      line.split('\t').forEach((value, right) => {
        const field = row?.cells[cell.cellIndex + right]?.querySelector('input[data-base]');
        if (field) {
          field.value = value.trim();
          this.#mark(field);
        }
      });
      do {
        row = row?.nextElementSibling;
      } while (row?.classList.contains('filtered'));
    }

    this.#remember('');
  }

  /** Only what was changed is handed in; the rest is as it was. */
  #submit(event) {
    this.#isDirty = false;
    if (event.submitter?.hasAttribute('data-try')) {
      event.preventDefault();
      this.#ask();
      return;
    }

    const now = this.#changes();
    this.#fields.forEach((field, name) => {
      field.disabled = !now.has(name);
    });
    setTimeout(() => this.#fields.forEach((field) => {
      field.disabled = false;
    }));
  }

  #filter() {
    const text = this.#form.querySelector('[data-filter]').value.trim();
    const isOnlyChanged = this.#form.querySelector('[data-only-changed]').checked;
    for (const row of this.#form.querySelectorAll('tr[data-name]')) {
      row.classList.toggle('filtered', !row.dataset.name.includes(text) || (isOnlyChanged && !row.querySelector('.changed')));
    }
  }
}

customElements.define('jh-what-if', WhatIf);
