import { RoundPlay } from '../../../../test/harness/round-play';

describe('the law of a province', () => {
  let play: RoundPlay;
  beforeAll(async () => {
    play = await RoundPlay.open();
  });
  afterAll(() => play.close());

  it('is the country’s until the province has rows of its own', () => {
    const { law } = play.deps;
    expect(law.effective('HP').map((pack) => pack.id)).toEqual(['local']);
    expect(law.effective('BN').map((pack) => pack.id)).toEqual([]);
  });
});
