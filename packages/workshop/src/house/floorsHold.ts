import { beams, floors, placeOf, type Complaint, type House } from './house';
import { importsOf, type Import } from './imports';

function floorOf(room: string): number {
  return floors.findIndex(rooms => rooms.includes(room));
}

function complaintAbout({ from, to, node }: Import): Complaint[] {
  const place = placeOf(from, node);
  if (!to || !from.room || from.room === to.room) {
    return [];
  }
  if (!to.room) {
    return [`${place} reaches up to ${to.path}`];
  }
  if (floorOf(to.room) > floorOf(from.room)) {
    return [`${place} reaches up from ${from.room} to ${to.room}`];
  }
  if (floorOf(to.room) === floorOf(from.room)) {
    return [`${place}: ${from.room} knows its neighbour ${to.room}`];
  }
  return [];
}

/** Imports point down; rooms on one floor do not know each other. */
export function floorsHold(house: House): Complaint[] {
  return importsOf(house).flatMap(complaintAbout);
}

/** Every file stands in a room of the plan, or is one of the beams above them. */
export function everyFileHasItsRoom(house: House): Complaint[] {
  return house.files
    .filter(({ room, path }) =>
      room ? floorOf(room) < 0 : !beams.includes(path),
    )
    .map(({ path }) => `${path} stands in no room of the plan`);
}

/** What may be opened: by other rooms the index, by the beams above also what hangs a room into the world. */
const doors = /^\w+\/index\.ts$/;
const doorsOfBeams = /^\w+\/(index|routes|tasks)\.ts$/;

/**
 * A room is entered through its doors and by no window. The cellar is no room
 * but a shelf: each of its files is taken by itself.
 */
export function roomsAreEnteredByTheirDoor(house: House): Complaint[] {
  return importsOf(house)
    .filter(
      ({ from, to }) =>
        to?.room &&
        to.room !== 'platform' &&
        to.room !== from.room &&
        !(from.room ? doors : doorsOfBeams).test(to.path),
    )
    .map(
      ({ from, node, to }) =>
        `${placeOf(from, node)} climbs into ${to!.room} through ${to!.path}`,
    );
}
