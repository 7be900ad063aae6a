// A table whose heads sort it: a press sorts down, the next up, the third gives back the order that the server gave.
const orders = ['ascending', 'descending'];

const valueOf = (row, column, kind) => {
  const cell = row.cells[column];
  return kind === 'number' ? Number(cell.dataset.value ?? cell.textContent.replace(/[^\d.−-]/g, '').replace('−', '-')) : cell.textContent.trim();
};

const compare = (kind) => (one, other) => kind === 'number' ? one - other : one.localeCompare(other, document.documentElement.lang);

/** Makes the marked heads of a table into buttons; sort is {column, order} or null, and what is chosen is told. */
export const sortable = (table, sort, tell) => {
  const body = table.tBodies[0];
  const given = [...body.rows];
  let now = sort;
  const apply = () => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, at) => {
      if (now?.column === at) {
        head.setAttribute('aria-sort', now.order);
      } else {
        head.removeAttribute('aria-sort');
      }
    });
    const kind = now && heads[now.column].dataset.sort;
    const sign = now?.order === 'descending' ? -1 : 1;
    const rows = now ? given.map((row) => [valueOf(row, now.column, kind), row]).sort(([one], [other]) => sign * compare(kind)(one, other)).map(([, row]) => row) : given;
    body.append(...rows);
  };
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    if (head.dataset.sort) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const at = now?.column === column ? orders.indexOf(now.order) + 1 : 0;
        now = at < orders.length ? { column, order: orders[at] } : null;
        tell(now);
        apply();
      });
    }
  });
  apply();
};
