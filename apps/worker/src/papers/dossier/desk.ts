import type { OrgFacts } from '@thidua/store';
import type { DossierScene } from '../scene';

/** The office that takes a dossier in, as papers name it, and who sits there. */
export function deskOf(scene: DossierScene): { readonly org: OrgFacts; readonly name: string; readonly officer: string } {
  const { desk, dossier } = scene;
  const officer = scene.holder(desk.id, dossier.route === 'own' ? 'clerk' : 'appraiser').name;
  return { org: desk, name: nameOf(desk), officer };
}

function nameOf({ kind, name }: OrgFacts): string {
  switch (kind) {
    case 'commune':
      return `Phòng Văn hóa - Xã hội, ${name}`;
    case 'district':
      return `Phòng Nội vụ, ${name}`;
    default:
      return name;
  }
}
