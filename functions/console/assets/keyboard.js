// Single keys for what stands on the page: whatever names its key in `aria-keyshortcuts` answers to it. `?` shows them all, and one box there
// switches them off (WCAG 2.2, 2.1.4). Without scripts every control is reached by Tab as usual.
{
  const storageKey = 'fencewatch-keys';
  const areOn = () => localStorage.getItem(storageKey) !== 'off';
  const controls = () => [...document.querySelectorAll('main [aria-keyshortcuts]')];
  const controlOf = (key) => controls().find((control) => control.getAttribute('aria-keyshortcuts') === key);

  const isWritten = (element) => element.matches('textarea, select, input:not([type=radio], [type=checkbox])');

  const press = (control) => {
    if (control.type !== 'radio') {
      control.focus();
      control.click();
      return;
    }
    control.checked = true;
    const next = control.dataset.thenFocus && document.getElementById(control.dataset.thenFocus);
    (next || control).focus();
  };

  // Rows of a list: j goes down, k goes up, x chooses the row.
  const moveTo = (step) => {
    const links = [...document.querySelectorAll('main [data-row]')];
    const at = links.indexOf(document.activeElement);
    links.at(at === -1 && step < 0 ? -1 : Math.min(links.length - 1, Math.max(0, at + step)))?.focus();
  };
  const choose = () => document.activeElement?.closest('tr')?.querySelector('[type=checkbox]')?.click();
  const moves = { j: () => moveTo(1), k: () => moveTo(-1), x: choose };

  const nameOf = (control) =>
    [...(control.labels?.[0] ?? control).childNodes]
      .filter((node) => !node.matches?.('.fw-key-hint'))
      .map((node) => node.textContent)
      .join('')
      .trim();

  const help = document.createElement('dialog');
  help.className = 'fw-keys';
  help.setAttribute('aria-labelledby', 'keys');
  const lineOf = (key, text) => {
    const line = document.createElement('li');
    const name = document.createElement('kbd');
    name.textContent = key;
    line.append(name, ` ${text}`);
    return line;
  };

  const showHelp = () => {
    help.replaceChildren();
    const heading = document.createElement('h2');
    heading.id = 'keys';
    heading.className = 'govuk-heading-m';
    heading.textContent = 'Keys on this page';
    const list = document.createElement('ul');
    list.className = 'govuk-list';
    list.append(...controls().map((control) => lineOf(control.getAttribute('aria-keyshortcuts'), nameOf(control))));
    if (document.querySelector('main [data-row]')) {
      list.append(lineOf('j', 'Down the list'), lineOf('k', 'Up the list'));
      if (document.querySelector('main tr [type=checkbox]')) list.append(lineOf('x', 'Choose the row'));
    }
    list.append(lineOf('Enter', 'Send the form, open the link'), lineOf('Ctrl + Enter', 'Send the form from within a note'));
    list.append(lineOf('Esc', 'Leave a note, close this list'), lineOf('?', 'This list'));
    const label = document.createElement('label');
    label.className = 'fw-keys__switch';
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = areOn();
    box.addEventListener('change', () => {
      localStorage.setItem(storageKey, box.checked ? 'on' : 'off');
      showHints();
    });
    label.append(box, ' Single keys work in this browser');
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'govuk-button govuk-button--secondary fw-button';
    close.textContent = 'Close';
    close.addEventListener('click', () => help.close());
    help.append(heading, list, label, close);
    help.showModal();
  };

  const showHints = () => document.documentElement.classList.toggle('fw-keys-on', areOn());

  const opener = document.createElement('button');
  opener.type = 'button';
  opener.className = 'fw-keys__opener';
  opener.textContent = 'Keys';
  opener.setAttribute('aria-keyshortcuts', '?');
  opener.addEventListener('click', showHelp);

  if (controls().length > 0 || document.querySelector('main [data-row]')) {
    document.body.append(help);
    document.querySelector('.fw-banner p')?.append(' ', opener);
    showHints();
    document.addEventListener('keydown', (event) => {
      const { key, target } = event;
      if (event.defaultPrevented || event.repeat || event.metaKey || event.altKey || help.open) return;
      if (event.ctrlKey) {
        if (key === 'Enter' && target.matches('textarea')) target.form.requestSubmit(target.form.querySelector('[type=submit]'));
        return;
      }
      if (isWritten(target)) {
        if (key === 'Escape') target.blur();
        return;
      }
      if (!areOn() && key !== '?') return;
      const control = controlOf(key);
      const act = key === '?' ? showHelp : control ? () => press(control) : document.querySelector('main [data-row]') && moves[key];
      if (!act) return;
      event.preventDefault();
      act();
    });
  }
}
