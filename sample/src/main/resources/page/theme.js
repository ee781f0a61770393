// Colours as the system has them, or as the user chose; before the page is painted.
(() => {
  const NEXT = {auto: 'light', light: 'dark', dark: 'auto'};
  const LABEL = {auto: 'as the system', light: 'light', dark: 'dark'};
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  let choice = localStorage.getItem('theme') ?? 'auto';

  function apply() {
    const dark = choice === 'dark' || (choice === 'auto' && system.matches);
    root.dataset.theme = dark ? 'dark' : 'light';
    const button = document.getElementById('theme');
    if (button) {
      button.textContent = choice[0].toUpperCase() + choice.slice(1);
      button.setAttribute('aria-label', `Colours: ${LABEL[choice]}`);
    }
    dispatchEvent(new Event('theme'));
  }

  apply();
  system.addEventListener('change', apply);
  addEventListener('DOMContentLoaded', () => {
    document.getElementById('theme').addEventListener('click', () => {
      choice = NEXT[choice];
      localStorage.setItem('theme', choice);
      apply();
    });
    apply();
  });
})();
