import { pathTo, routes } from "../../app/routes.ts";

/** The address of one change to a person's record; `about` is the order, loan or leave that it is about. */
export const changePath = (personId: string, what: string, about?: string): string =>
  pathTo(routes.personChange, { personId, what: about === undefined ? what : `${what}.${about}` });
