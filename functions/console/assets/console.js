// Gives every text that is meant to be copied a button that copies it. Without scripts the text can still be selected.
for (const text of document.querySelectorAll('[data-copy]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'fw-copy__button';
  button.textContent = `Copy ${text.dataset.copy}`;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = 'Copied';
    } catch {
      getSelection()?.selectAllChildren(text);
      button.textContent = 'Selected: copy it with the keyboard';
    }
  });
  text.after(button);
}
