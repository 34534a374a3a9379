import { parentPort } from 'node:worker_threads';
import { extractPages } from './extract-text';
import type { TextAnswer, TextQuestion } from './text-reader';

// Entry of the thread that reads PDF text back while the next paper renders; runs from the build only.
parentPort?.on('message', (question: TextQuestion) => {
  void answer(question).then((message) => parentPort?.postMessage(message));
});

async function answer({ id, bytes }: TextQuestion): Promise<TextAnswer> {
  try {
    return { id, pages: await extractPages(bytes) };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}
