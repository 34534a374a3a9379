import type { Frame } from '@thidua/documents';
import type { OrgFacts } from '@thidua/store';
import { frameOf, type FrameOrder } from '../frame';
import type { RoundScene } from '../scene';

/** What the head of a paper and the words for its bodies rest on: a round, or a conference of a movement. */
export type StandingScene = Pick<RoundScene, 'org' | 'standing' | 'province' | 'pack' | 'simulated' | 'today'> & {
  readonly round: Pick<RoundScene['round'], 'level'>;
};

/** The commune's name on a Giấy khen comes from the round's own body; at the province there is none. */
export function placesOf(scene: Pick<StandingScene, 'round' | 'org' | 'province'>): {
  readonly commune?: OrgFacts;
  readonly province: OrgFacts;
} {
  return scene.round.level === 'XA' ? { commune: scene.org, province: scene.province } : { province: scene.province };
}

/** A paper of the standing office: Phòng Văn hóa - Xã hội under the commune's UBND, Sở Nội vụ under the province's; of a unit itself. */
export function standingFrame(scene: StandingScene, order: Omit<FrameOrder, 'org' | 'pack' | 'simulated' | 'today'>): Frame {
  const frame = frameOf({ ...order, org: scene.standing, pack: scene.pack, simulated: scene.simulated, today: scene.today });
  switch (scene.round.level) {
    case 'XA':
      return { ...frame, parentBody: scene.org.headBody, body: 'PHÒNG VĂN HÓA - XÃ HỘI' };
    case 'HUYEN':
      return { ...frame, parentBody: scene.org.headBody, body: 'PHÒNG NỘI VỤ' };
    case 'TINH':
      return { ...frame, parentBody: scene.province.headBody, body: 'SỞ NỘI VỤ' };
    case 'UNIT':
      return frame;
  }
}

/** A paper of the council: its own head under the body that set it up, its own number series. */
export function councilFrame(scene: RoundScene, order: Omit<FrameOrder, 'org' | 'pack' | 'simulated' | 'today'>): Frame {
  const frame = frameOf({ ...order, org: scene.org, pack: scene.pack, simulated: scene.simulated, today: scene.today });
  return {
    ...frame,
    // A unit's own head line stands under its upper body already: the council stands under the unit.
    parentBody: scene.round.level === 'UNIT' ? frame.body : scene.org.headBody,
    body: 'HỘI ĐỒNG\nTHI ĐUA - KHEN THƯỞNG',
    symbol: order.type === '' ? '' : `${order.type}-HĐTĐKT`,
  };
}
