// <jh-plan>: the plan answers while its terms move. Every answer comes from the server, one request is under way at a time, and the last one wins. The address always
// says what is shown, so undo, redo and the browser's own back and forward all lead to an address, and the server draws it anew: every figure is as it was.
import { sortable } from './_sorting.js';

const pause = 120; // milliseconds of stillness before a field is asked about
const together = 800; // milliseconds in which changes of one field count as one step
const patience = 30_000;
const part = { 'X-Junheng-Part': 'result' };

class Plan extends HTMLElement {
  #timer = 0;

  #isBusy = false;

  #isWaiting = false;

  #sequence = 0;

  #asked = '';

  #last = { name: '', time: 0 };

  #step = 0;

  #top = 0;

  #filter = '';

  #sort = null;

  connectedCallback() {
    this.#step = history.state?.plan ?? 0;
    this.#top = this.#step;
    history.replaceState({ ...history.state, plan: this.#step }, '');
    this.addEventListener('input', (event) => this.#moved(event.target));
    this.addEventListener('change', (event) => this.#moved(event.target));
    this.addEventListener('submit', (event) => this.#submitted(event));
    this.addEventListener('click', (event) => this.#clicked(event));
    this.addEventListener('keydown', (event) => this.#key(event));
    window.addEventListener('popstate', (event) => this.#back(event));
    this.querySelectorAll('[data-undo], [data-redo]').forEach((tool) => tool.removeAttribute('hidden'));
    this.#equip();
    this.#dress();
    this.#tools();
  }

  get #form() {
    return this.querySelector('#plan-form');
  }

  get #result() {
    return this.querySelector('[data-result]');
  }

  /** What only a script can move appears. */
  #equip() {
    this.#form.querySelectorAll('[data-moves]').forEach((slider) => slider.removeAttribute('hidden'));
    this.#form.querySelector('button[type="submit"]').setAttribute('hidden', '');
  }

  #moved(field) {
    if (field.matches('[data-filter]')) {
      this.#filter = field.value.trim();
      this.#sieve();
      return;
    }

    if (field.matches('[data-moves]')) {
      const number = this.#form.querySelector(`#${CSS.escape(field.dataset.moves)}`);
      number.value = field.value;
      this.#later(number.name);
    } else if (field.form === this.#form && field.name) {
      if (field.type === 'checkbox' && field.checked) {
        // To lock a line and to strike it out exclude each other.
        const other = field.closest('tr')?.querySelector(`input[type="checkbox"]:not([name="${field.name}"])`);
        if (other) {
          other.checked = false;
        }
      }

      this.#follow(field);
      this.#later(field.name);
    }
  }

  #follow(field) {
    const slider = this.#form.querySelector(`[data-moves="${CSS.escape(field.id)}"]`);
    if (slider && field.value.trim() !== '') {
      slider.value = field.value;
    }
  }

  #later(name) {
    this.#asked = name;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), pause);
  }

  async #ask() {
    if (this.#isBusy) {
      this.#isWaiting = true;
      return;
    }

    this.#isBusy = true;
    const [sent, name] = [++this.#sequence, this.#asked];
    const query = new URLSearchParams([...new FormData(this.#form)].filter(([, value]) => value !== ''));
    const slow = setTimeout(() => this.#say(this.dataset.busy), 400);
    try {
      const answer = await fetch(`${this.dataset.address}?${query}`, { headers: part, redirect: 'error', signal: AbortSignal.timeout(patience) });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }

      const html = await answer.text();
      if (sent === this.#sequence && !this.#isWaiting) {
        this.#show(html, name);
      }
    } catch {
      this.#say(this.dataset.offline);
    } finally {
      clearTimeout(slow);
      this.#isBusy = false;
      if (this.#isWaiting) {
        this.#isWaiting = false;
        this.#ask();
      }
    }
  }

  #show(html, name) {
    const frame = document.createElement('template');
    frame.innerHTML = html;
    const root = frame.content.querySelector('#plan-result');
    this.#keepable(root);
    this.#form.querySelectorAll('[aria-invalid]').forEach((field) => field.removeAttribute('aria-invalid'));
    if (root.dataset.refused) {
      // What was typed cannot be taken (yet): the former plan stays, dimmed, and the reason stands where the state is said.
      this.#result.classList.add('stale');
      this.#say([...root.querySelectorAll('.notice')].map((notice) => notice.textContent.trim()).join(' '), true);
      const field = this.#form.elements.namedItem(name);
      field?.setAttribute?.('aria-invalid', 'true');
      return;
    }

    const kept = new Map([...this.#result.querySelectorAll('[data-keep]')].map((box) => [box.dataset.keep, box.scrollTop]));
    const focused = document.activeElement?.closest?.('[data-result]') ? this.#pathOf(document.activeElement) : null;
    const open = [...this.#result.querySelectorAll('details[open][id]')].map((each) => each.id);
    this.#result.classList.remove('stale');
    this.#result.replaceChildren(frame.content);
    open.forEach((id) => this.#result.querySelector(`#${CSS.escape(id)}`)?.setAttribute('open', ''));
    this.#dress();
    kept.forEach((top, box) => {
      const place = this.#result.querySelector(`[data-keep="${box}"]`);
      if (place) {
        place.scrollTop = top;
      }
    });
    if (focused) {
      this.#result.querySelector(focused)?.focus();
    }

    this.#remember(root.dataset.query, name);
    this.#say('');
    this.#tell();
  }

  /** Who does not see the answer hears the cost that is shown. */
  #tell() {
    this.querySelector('[data-told]').textContent = this.#result.querySelector('.plan-answer .big-number')?.textContent ?? '';
  }

  #keepable(root) {
    const button = this.querySelector('[data-keeps]');
    if (button) {
      button.disabled = !root.dataset.planned;
    }
  }

  #pathOf(element) {
    const row = element.closest('tr[data-place]');
    return row && element.name ? `tr[data-place="${CSS.escape(row.dataset.place)}"] input[name="${element.name}"]` : element.matches('[data-filter]') ? '[data-filter]' : null;
  }

  /** The address follows what is shown. Steps of one field in quick succession are one step. */
  #remember(query, name) {
    const keep = this.querySelector('[data-asked]');
    if (keep) {
      keep.value = query;
    }

    const kept = new URLSearchParams(location.search).get('kept');
    const address = `${location.pathname}${query}${kept ? `${query ? '&' : '?'}kept=${kept}` : ''}`;
    if (address === `${location.pathname}${location.search}`) {
      return;
    }

    const isOneStep = name !== '' && name === this.#last.name && performance.now() - this.#last.time < together && this.#step > 0;
    this.#last = { name, time: performance.now() };
    if (isOneStep) {
      history.replaceState({ plan: this.#step }, '', address);
    } else {
      this.#step += 1;
      history.pushState({ plan: this.#step }, '', address);
    }

    this.#top = this.#step;
    this.#tools();
  }

  /** Terms and answer of the address that one has gone back to, as the server draws them. */
  async #back(event) {
    clearTimeout(this.#timer);
    this.#step = event.state?.plan ?? 0;
    this.#top = Math.max(this.#top, this.#step);
    this.#last = { name: '', time: 0 };
    this.#tools();
    const sent = ++this.#sequence;
    try {
      const answer = await fetch(location.href, { redirect: 'error', signal: AbortSignal.timeout(patience) });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }

      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (sent === this.#sequence) {
        const id = document.activeElement?.id;
        this.#form.replaceWith(document.adoptNode(page.querySelector('#plan-form')));
        this.#result.replaceWith(document.adoptNode(page.querySelector('[data-result]')));
        const keep = this.querySelector('[data-asked]');
        const root = page.querySelector('#plan-result');
        this.#keepable(root);
        if (keep) {
          keep.value = root.dataset.query;
        }

        this.#equip();
        this.#dress();
        this.#say('');
        this.#tell();
        if (id) {
          document.getElementById(id)?.focus();
        }
      }
    } catch {
      this.#say(this.dataset.offline);
    }
  }

  #submitted(event) {
    if (event.target === this.#form && !event.submitter?.hasAttribute('formaction')) {
      event.preventDefault();
      this.#asked = '';
      this.#ask();
    }
  }

  #clicked(event) {
    const tool = event.target.closest('[data-undo], [data-redo], [data-lock-shown], [data-usual]');
    if (!tool) {
      return;
    }

    if (tool.matches('[data-undo]')) {
      history.back();
    } else if (tool.matches('[data-redo]')) {
      history.forward();
    } else if (tool.matches('[data-lock-shown]')) {
      this.#result.querySelectorAll('tr[data-place]:not(.filtered) input[name="lock"]').forEach((lock) => {
        lock.checked = true;
      });
      this.#later('lock shown');
    } else if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      // The usual terms are a step like any other: it can be undone.
      event.preventDefault();
      this.#step += 1;
      this.#top = this.#step;
      history.pushState({ plan: this.#step }, '', tool.getAttribute('href'));
      this.#back({ state: { plan: this.#step } });
    }
  }

  #key(event) {
    const isText = event.target.matches('textarea, input[type="search"], #plan-name');
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !isText && ['z', 'y'].includes(event.key.toLowerCase())) {
      event.preventDefault();
      const isUndo = event.key.toLowerCase() === 'z' && !event.shiftKey;
      this.querySelector(isUndo ? '[data-undo]' : '[data-redo]').click();
    }
  }

  #tools() {
    this.querySelector('[data-undo]').disabled = this.#step === 0;
    this.querySelector('[data-redo]').disabled = this.#step >= this.#top;
  }

  #say(text, isFault = false) {
    const place = this.querySelector('[data-status]');
    place.textContent = text;
    place.classList.toggle('fault', isFault);
  }

  /** Sorting and filtering of the lines last over answers. */
  #dress() {
    this.#result.querySelectorAll('[data-filter-line]').forEach((line) => line.removeAttribute('hidden'));
    const field = this.#result.querySelector('[data-filter]');
    if (field) {
      field.value = this.#filter;
    }

    const table = this.#result.querySelector('table[data-sortable]');
    if (table) {
      sortable(table, this.#sort, (sort) => {
        this.#sort = sort;
      });
    }

    this.#sieve();
    this.#result.dispatchEvent(new CustomEvent('jh-drawn', { bubbles: true }));
  }

  #sieve() {
    const rows = [...this.#result.querySelectorAll('tr[data-place]')];
    rows.forEach((row) => row.classList.toggle('filtered', !row.textContent.includes(this.#filter)));
    const shown = this.#result.querySelector('[data-shown]');
    if (shown) {
      shown.textContent = this.#filter ? `${rows.filter((row) => !row.classList.contains('filtered')).length} / ${rows.length}` : '';
    }
  }
}

customElements.define('jh-plan', Plan);
