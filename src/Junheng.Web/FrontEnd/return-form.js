// A school's form: keeps what is typed through a lost connection, and spreads a block pasted from Excel over the fields.
const form = document.querySelector('form[data-return]');
const localKey = form && `return:${form.dataset.return}`;

// What this computer still holds: { base, sequence, values } until the server has kept or stored it.
const readLocal = () => {
  try {
    return JSON.parse(localStorage.getItem(localKey));
  } catch {
    return null;
  }
};

const writeLocal = (draft) => {
  try {
    localStorage.setItem(localKey, JSON.stringify(draft));
  } catch {
    // No room or no right to keep anything here: the server's draft is the only one.
  }
};

const forgetLocal = () => {
  try {
    localStorage.removeItem(localKey);
  } catch {
    // Nothing was kept.
  }
};

const typed = () => Object.fromEntries([...form.querySelectorAll('[name^="f:"], [name^="x:"]')].map((field) => [field.name, field.value]));

const keepDrafts = () => {
  const status = form.querySelector('[data-autosave]');
  let sequence = Number(form.dataset.sequence) || 0;
  let waiting = 0;
  let isLeaving = false;

  const say = (text) => {
    if (status) {
      status.textContent = text;
    }
  };

  const send = async () => {
    const sent = sequence;
    const body = new FormData(form);
    body.set('sequence', String(sent));
    try {
      const answer = await fetch(`${form.dataset.return}/draft`, { method: 'POST', body, redirect: 'error' });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      if (sent === sequence) {
        forgetLocal();
        say(`${form.dataset.kept} ${new Date().toLocaleTimeString()}`);
      }
    } catch {
      if (!isLeaving) {
        say(form.dataset.offline);
        clearTimeout(waiting);
        waiting = setTimeout(send, 5000);
      }
    }
  };

  const changed = () => {
    sequence = Math.max(sequence + 1, Date.now());
    writeLocal({ base: form.elements.base.value, sequence, values: typed() });
    say(form.dataset.later);
    clearTimeout(waiting);
    waiting = setTimeout(send, 1500);
  };

  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  window.addEventListener('online', send);
  form.addEventListener('submit', () => {
    // Left behind until the page after it shows that the entries were stored.
    isLeaving = true;
    clearTimeout(waiting);
    writeLocal({ base: form.elements.base.value, sequence, values: typed() });
  });
  return changed;
};

const offerLocal = (changed) => {
  const kept = readLocal();
  const offer = document.querySelector('[data-local-draft]');
  const now = typed();
  const isOther = kept && Object.entries(kept.values).some(([name, value]) => name in now && now[name].trim() !== value.trim());
  if (!isOther) {
    forgetLocal();
    return;
  }
  offer?.removeAttribute('hidden');
  offer?.querySelector('[data-restore]')?.addEventListener('click', () => {
    for (const [name, value] of Object.entries(kept.values)) {
      const field = form.elements.namedItem(name);
      if (field && 'value' in field) {
        field.value = value;
      }
    }
    // The fields rest on the version that they were typed over; saving merges with what others stored since.
    form.elements.base.value = kept.base;
    offer.setAttribute('hidden', '');
    changed();
    form.querySelector('.cell')?.dispatchEvent(new Event('change', { bubbles: true }));
  });
};

// A column goes down from the field that it is pasted into; two columns of names and figures go to the fields of those names.
const spread = (text, start, cells) => {
  const rows = text.replace(/\r/g, '').replace(/\n$/, '').split('\n').map((row) => row.split('\t').map((cell) => cell.trim()));
  const byTitle = new Map(cells.map((cell) => [cell.dataset.title, cell]));
  const isNamed = rows.every((row) => row.length === 2) && rows.some((row) => byTitle.has(row[0]));
  const pairs = isNamed
    ? rows.map(([title, value]) => [byTitle.get(title), value])
    : rows.flat().map((value, at) => [cells[start + at], value]);
  for (const [cell, value] of pairs) {
    if (cell) {
      cell.value = value;
    }
  }
};

if (form) {
  offerLocal(keepDrafts());
  form.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const cells = [...form.querySelectorAll('input.cell')];
    const start = cells.indexOf(event.target);
    if (start >= 0 && /[\t\n]/.test(text.replace(/\r?\n$/, ''))) {
      event.preventDefault();
      spread(text, start, cells);
      event.target.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
}

for (const button of document.querySelectorAll('[data-copy]')) {
  button.removeAttribute('hidden');
  button.addEventListener('click', async () => {
    const source = document.getElementById(button.dataset.copy);
    source.select();
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(source.value);
    } else {
      document.execCommand('copy');
    }
    button.textContent = button.dataset.copied;
  });
}
