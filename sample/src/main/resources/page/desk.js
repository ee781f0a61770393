import * as charts from '/charts.js';
import {show} from '/markdown.js';
import {post, send} from '/stream.js';

const byId = id => document.getElementById(id);
const running = [];

// The call and the models.

async function about() {
  let desk;
  try {
    desk = await (await fetch('/api/about')).json();
  } catch {
    trouble('The desk does not answer. Is its program still running?');
    return;
  }
  byId('gateway').textContent = desk.gateway;
  byId('call-title').textContent = `${desk.company}, ${desk.quarter}`;
  document.title = `${desk.company} · Analyst's desk`;
  transcript(desk.transcript);
  // Of a catalogue that is short all models can be chosen, of others those that are preferred.
  const offered = desk.models.length <= 6 ? [...new Set([...desk.preferred, ...desk.models])] : desk.preferred;
  offered.forEach((model, i) => offer(model, i === 0));
  byId('catalogue').replaceChildren(...desk.models.map(model => new Option(model)));
  if (desk.failure) {
    trouble(desk.failure);
  }
}

function transcript(text) {
  byId('transcript').replaceChildren(...text.trim().split(/\n\s*\n/).map(paragraph => {
    const p = document.createElement('p');
    const said = paragraph.match(/^([A-Z]\p{L}+(?: \p{Lu}\p{L}+)*): ([^]*)$/u);
    if (said) {
      const speaker = document.createElement('strong');
      speaker.textContent = said[1];
      p.append(speaker, ' ', said[2]);
    } else {
      p.textContent = paragraph;
    }
    return p;
  }));
}

function offer(model, checked) {
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.name = 'model';
  box.value = model;
  box.checked = checked;
  label.append(box, model.replace(/^gatewayz\//, ''));
  byId('models').append(label);
}

function chosenModels() {
  const other = byId('other-model').value.trim();
  const checked = [...document.querySelectorAll('#models input:checked')].map(box => box.value);
  return other ? [...checked, other] : checked;
}

function trouble(message) {
  byId('trouble').textContent = message;
  byId('trouble').hidden = false;
}

function say(message) {
  byId('status').textContent = message;
}

// One lane of an answer: what one model does.

class Lane {
  constructor(model, body) {
    this.element = document.createElement('div');
    this.element.className = 'lane';
    this.element.dataset.state = 'waiting';
    this.model = model.replace(/^gatewayz\//, '');
    const name = document.createElement('h4');
    name.textContent = this.model;
    this.body = body ?? document.createElement('div');
    this.body.setAttribute('aria-busy', 'true');
    this.note = document.createElement('p');
    this.note.className = 'note';
    this.note.textContent = 'waiting for a connection';
    this.element.append(name, ...(body ? [] : [this.body]), this.note);
    this.text = '';
  }

  take(event, data) {
    switch (event) {
      case 'sent':
        this.state('waiting', `attempt ${data.attempt} was sent, request ${data.requestId}`);
        break;
      case 'retried':
        this.state('waiting', `trying again. ${data.message}`);
        break;
      case 'first':
        this.first = data.millis;
        this.state('writing', `first token after ${data.millis} ms`);
        break;
      case 'text':
        this.text += data.text;
        this.draw();
        break;
      case 'done':
        this.end('done', [
          data.tokens === undefined ? null : `${data.tokens} tokens`,
          data.cost === undefined ? null : charts.dollars(data.cost),
          this.first === undefined ? null : `first after ${this.first} ms`,
          data.attempts > 1 ? `${data.attempts} attempts` : null,
        ].filter(Boolean).join(' · '));
        say(`${this.model} has answered.`);
        break;
      case 'failed':
        this.end('failed', data.message);
        this.note.setAttribute('role', 'alert');
        break;
      case 'cancelled':
        this.end('cancelled', `Cancelled after ${data.pieces} pieces. ${data.reset}`);
        say(`Cancelled. ${data.reset}`);
        break;
    }
  }

  draw() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      show(this.body, this.text);
    });
  }

  state(state, note) {
    this.element.dataset.state = state;
    this.note.textContent = note;
  }

  end(state, note) {
    this.state(state, note);
    this.body.setAttribute('aria-busy', 'false');
  }

  /** The connection ended before this lane did. */
  broken(message) {
    if (this.element.dataset.state === 'waiting' || this.element.dataset.state === 'writing') {
      this.end('failed', message);
      this.note.setAttribute('role', 'alert');
    }
  }
}

/** Follows one answer of the server to its end; hands lanes what is theirs. */
async function follow(path, fields, makeLane, cancelButton, onOther) {
  let id = null;
  let lanes = [];
  const cancel = () => {
    cancelButton.disabled = true;
    if (id) {
      send('/api/cancel', {id}).catch(error => trouble(error.message));
    }
  };
  cancelButton.addEventListener('click', cancel);
  running.push(cancel);
  let message = 'The desk closed the connection.';
  try {
    for await (const {event, data} of post(path, fields)) {
      if (event === 'begin') {
        id = data.id;
        lanes = data.models.map(makeLane);
        cancelButton.hidden = false;
      } else {
        onOther?.(event, data);
        lanes[data.lane].take(event, data);
      }
    }
  } catch (error) {
    message = lanes.length === 0 || error.message.startsWith('The desk') ? error.message : message;
    if (lanes.length === 0) {
      lanes = [makeLane('This desk', 0)];
    }
  } finally {
    lanes.forEach(lane => lane.broken(message));
    cancelButton.removeEventListener('click', cancel);
    cancelButton.remove();
    running.splice(running.indexOf(cancel), 1);
  }
}

function cancelButton() {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet cancel';
  button.textContent = 'Cancel';
  button.hidden = true;
  return button;
}

// The brief.

async function brief() {
  const start = byId('write-brief');
  const box = byId('brief');
  const list = document.createElement('ul');
  const cancel = cancelButton();
  start.disabled = true;
  start.after(cancel);
  box.replaceChildren(list);
  box.setAttribute('aria-busy', 'true');
  await follow('/api/brief', chosenModels().slice(0, 1).map(m => ['model', m]), model => {
    const lane = new Lane(model, list);
    box.append(lane.element);
    return lane;
  }, cancel, (event, data) => {
    if (event === 'finding') {
      list.append(finding(data));
    }
  });
  box.setAttribute('aria-busy', 'false');
  start.disabled = false;
}

function finding({kind, text, figure, tone}) {
  const item = document.createElement('li');
  item.dataset.kind = kind.toLowerCase();
  item.dataset.tone = tone.toLowerCase();
  const said = document.createElement('span');
  said.textContent = text;
  item.append(said);
  if (figure) {
    const number = document.createElement('b');
    number.textContent = figure;
    item.prepend(number);
  }
  return item;
}

// Questions.

async function ask(event) {
  event?.preventDefault();
  const question = byId('question').value;
  const card = document.createElement('article');
  const head = document.createElement('div');
  head.className = 'bar';
  const title = document.createElement('h3');
  title.textContent = question.trim().slice(0, 300) || 'No question';
  const cancel = cancelButton();
  head.append(title, cancel);
  const lanes = document.createElement('div');
  lanes.className = 'lanes';
  card.append(head, lanes);
  byId('answers').prepend(card);
  say('Asked.');
  await follow('/api/answers', [['question', question], ...chosenModels().map(m => ['model', m])], model => {
    const lane = new Lane(model);
    lanes.append(lane.element);
    return lane;
  }, cancel);
}

// The metrics, while somebody can see them: a browser has six connections to a server, for all tabs.

let feed = null;

function watch() {
  if (document.hidden) {
    feed?.close();
    feed = null;
    return;
  }
  if (feed === null) {
    feed = new EventSource('/api/metrics');
    feed.addEventListener('history', event => charts.add(...JSON.parse(event.data)));
    feed.addEventListener('sample', event => charts.add(JSON.parse(event.data)));
    feed.addEventListener('activity', event => charts.activity(JSON.parse(event.data)));
  }
}

byId('ask').addEventListener('submit', ask);
byId('write-brief').addEventListener('click', brief);
byId('suggestions').addEventListener('click', event => {
  if (event.target.tagName === 'BUTTON') {
    byId('question').value = event.target.textContent;
    byId('question').focus();
  }
});
byId('question').addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    ask(event);
  }
});
addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    running.at(-1)?.();
  }
});
document.addEventListener('visibilitychange', watch);

charts.begin();
watch();
about();
