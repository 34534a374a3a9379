import { textLines } from '../plan-lines/text-lines';
import { inspectAttachment } from './inspect-attachment';
import type { InspectorAnswer, InspectorQuestion } from './inspector';
import { previewAttachment } from './preview-attachment';

// Entry of the process that opens other people's files; runs from the build only. It is told nothing but the file, and keeps nothing.
process.on('message', (question: InspectorQuestion) => {
  void answer(question).then((message) => process.send?.(message));
});
process.on('disconnect', () => {
  process.exit(0);
});

async function answer(question: InspectorQuestion): Promise<InspectorAnswer> {
  const { id, bytes } = question;
  try {
    switch (question.task) {
      case 'inspect':
        return { id, verdict: await inspectAttachment(bytes, question.name, question.limits) };
      case 'preview':
        return { id, picture: (await previewAttachment(bytes, question.mime, question.page)) ?? null };
      case 'lines':
        return { id, lines: await textLines(bytes, question.mime) };
    }
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}
