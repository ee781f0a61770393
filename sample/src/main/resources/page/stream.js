// Server-sent events that answer a POST, which an EventSource cannot make.

/** Yields {event, data}. A server that refuses is an Error with its reason. */
export async function* post(path, fields, signal) {
  const response = await send(path, fields, signal);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const {value, done} = await reader.read();
    if (done) {
      return;
    }
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      const event = parse(block);
      if (event) {
        yield event;
      }
    }
  }
}

export async function send(path, fields, signal) {
  let response;
  try {
    response = await fetch(path, {method: 'POST', body: new URLSearchParams(fields), signal});
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new Error('The desk does not answer. Is its program still running?');
  }
  if (!response.ok) {
    throw new Error((await response.json()).message);
  }
  return response;
}

function parse(block) {
  let event = 'message';
  let data;
  for (const line of block.split('\n')) {
    if (line.startsWith('event: ')) {
      event = line.slice(7);
    } else if (line.startsWith('data: ')) {
      data = JSON.parse(line.slice(6));
    }
  }
  return data === undefined ? null : {event, data};
}
