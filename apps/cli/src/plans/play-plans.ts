import { join } from 'node:path';
import type { Stage } from '../cases/case';
import { Cast } from '../people/cast';
import { SharedClock } from '../people/demo-clock';
import type { CaseLine } from '../report';
import type { PlanStory, Told } from './plan-story';

export interface PlayedPlan {
  readonly story: PlanStory;
  readonly lines: readonly CaseLine[];
  /** Undefined: it went as its plan wants. */
  readonly failure: string | undefined;
}

export interface Entrance {
  readonly url: string;
  readonly password: string;
}

/** Plays plans side by side, on one system; its clock goes on when all of them wait for it. */
export async function playPlans(
  stage: Omit<Stage, 'cast'>,
  { url, password }: Entrance,
  stories: readonly PlanStory[],
): Promise<readonly PlayedPlan[]> {
  const earliest = stories.toSorted((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1))[0];
  const clock: SharedClock = new SharedClock(stories.length, () => cast.as(`${earliest?.place.province ?? ''}.snv.chuyenvien`));
  const cast = new Cast(url, password, clock);
  return Promise.all(
    stories.map(async (story) => {
      const say = (text: string): void => {
        stage.say(`${story.key}: ${text}`);
      };
      const lines: CaseLine[] = [];
      try {
        await playChapters({ ...stage, cast, say, out: join(stage.out, story.key) }, { story, clock }, lines);
        return { story, lines, failure: undefined };
      } catch (error) {
        const failure = error instanceof Error ? error.message : JSON.stringify(error);
        say(`HỎNG: ${failure}`);
        return { story, lines, failure };
      } finally {
        await clock.leave();
      }
    }),
  );
}

async function playChapters(
  stage: Stage,
  { story, clock }: { readonly story: PlanStory; readonly clock: SharedClock },
  lines: CaseLine[],
): Promise<void> {
  const told: Told = { movementIds: [] };
  for (const { day, title, play } of story.chapters) {
    await clock.reach(day);
    stage.say(`${day} ${title}`);
    lines.push(...(await play(stage, told)));
  }
}

function firstDay({ chapters }: PlanStory): string {
  return chapters[0]?.day ?? '';
}
