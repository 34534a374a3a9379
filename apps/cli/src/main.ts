import { communeCase } from './cases/awards/commune';
import { ownCase } from './cases/awards/own';
import { provinceAwardsCase } from './cases/awards/province';
import { stateAwardsCase } from './cases/awards/state';
import { centralCase } from './cases/central';
import type { DemoCase, Stage } from './cases/case';
import { certificateCase, killedWorkerCase, supplementCase, unconfirmedPackCase, wetInkCase } from './cases/commune';
import { provincialCase } from './cases/provincial';
import { refusedChairCase } from './cases/refused';
import { launcher } from './launcher';
import { playPlans, type Entrance } from './plans/play-plans';
import { PLAN_STORIES } from './plans/stories';
import { Cast } from './people/cast';
import { tableOf, type CaseLine } from './report';
import { seedDossiers } from './seed/seed-dossiers';
import { Session } from './session';

// (h) moves the clock to November, so it comes last.
const CASES: readonly DemoCase[] = [
  certificateCase,
  supplementCase,
  killedWorkerCase,
  wetInkCase,
  provincialCase,
  refusedChairCase,
  centralCase,
  unconfirmedPackCase,
];

/** Every award of law.md section 2, from the unit to whoever decides it. The clock moves past public notices, so the State's come last. */
const AWARD_CASES: readonly DemoCase[] = [ownCase, communeCase, provinceAwardsCase, stateAwardsCase];

const USAGE =
  'thidua demo --url http://127.0.0.1:3000 --out THƯ-MỤC [--awards all | --plan all|KHÓA] | thidua seed --url http://127.0.0.1:3000';

async function main(args: readonly string[]): Promise<number> {
  const option = (name: string): string | undefined => args[args.indexOf(name) + 1 || args.length];
  const url = option('--url');
  if (url === undefined || !['demo', 'seed'].includes(args[0] ?? '')) {
    say(USAGE);
    return 2;
  }
  const { password } = await Session.anonymous(url).call<{ password: string }>('demoAccounts');
  const cast = new Cast(url, password);
  if (args[0] === 'seed') {
    const skip = Number(option('--skip') ?? '0');
    await seedDossiers(cast, skip, (done, total, label) => {
      launcher.progress(done, total, label);
    });
    return 0;
  }
  const out = option('--out') ?? 'out';
  const plan = option('--plan');
  if (plan !== undefined) {
    return plans({ out, say, texts: option('--texts') ?? 'apps/cli/plans' }, { url, password }, plan);
  }
  return demo(
    { cast, out, say, ...launcher.faults(args.includes('--faults')) },
    option('--awards') === 'all' ? AWARD_CASES : CASES,
    option('--only'),
  );
}

async function demo(stage: Stage, cases: readonly DemoCase[], only: string | undefined): Promise<number> {
  const lines: CaseLine[] = [];
  let failed = 0;
  const chosen = cases.filter((one) => only === undefined || only.includes(one.letter));
  for (const [index, one] of chosen.entries()) {
    say(`[${index + 1}/${chosen.length}] (${one.letter}) ${one.title}`);
    try {
      lines.push(
        ...(await one.play({
          ...stage,
          say: (text) => {
            say(`      ${text}`);
          },
        })),
      );
    } catch (error) {
      failed += 1;
      say(`      HỎNG: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  say(`\n${tableOf(lines)}\n\n${chosen.length - failed} trường hợp đúng như mong đợi, ${failed} sai; văn bản ở ${stage.out}`);
  return failed === 0 ? 0 : 1;
}

async function plans(stage: Omit<Stage, 'cast'>, entrance: Entrance, wanted: string): Promise<number> {
  const stories = PLAN_STORIES.filter(({ key }) => wanted === 'all' || key === wanted);
  if (stories.length === 0) {
    say(`--plan: ${PLAN_STORIES.map(({ key }) => key).join(', ')}, all`);
    return 2;
  }
  const began = performance.now();
  const played = await playPlans(stage, entrance, stories);
  const seconds = Math.round((performance.now() - began) / 1000);
  for (const { story, lines } of played) {
    say(`\n${story.title}\n${tableOf(lines)}`);
  }
  const failed = played.filter(({ failure }) => failure !== undefined);
  for (const { story, failure } of failed) {
    say(`HỎNG ${story.key}: ${failure ?? ''}`);
  }
  say(`\n${played.length - failed.length} kế hoạch đúng như mong đợi, ${failed.length} sai; ${seconds} giây; văn bản ở ${stage.out}`);
  return failed.length === 0 ? 0 : 1;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
    launcher.leave();
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
    launcher.leave();
  },
);
