// What a model wrote is hostile until DOMPurify has seen it: no scripts, no pictures of other
// servers, no forms, no styles.

const ALLOWED = {
  ALLOWED_TAGS: ['p', 'br', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a', 'hr',
    'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ALLOWED_ATTR: ['href', 'align', 'start'],
  ALLOWED_URI_REGEXP: /^https?:/i,
  RETURN_TRUSTED_TYPE: true,
};

DOMPurify.addHook('afterSanitizeAttributes', node => {
  if (node.tagName === 'A') {
    node.setAttribute('rel', 'noopener noreferrer nofollow');
    node.setAttribute('target', '_blank');
  }
});

// HTML in an answer is text that the user reads, not markup.
const markdown = new marked.Marked({
  gfm: true,
  renderer: {
    html({text}) {
      return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    },
  },
});

/** Shows Markdown in an element. */
export function show(element, text) {
  element.innerHTML = DOMPurify.sanitize(markdown.parse(text), ALLOWED);
}
