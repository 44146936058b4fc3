import { useEffect, useState } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import type { Lead } from "../../ecg/recording/recording.ts";
import type { SignalPyramid } from "../../ecg/recording/signal-pyramid.ts";
import { useServices } from "../shared/services.ts";

export interface Pyramids {
  /** one a lead; null until it is made */
  readonly pyramids: readonly (SignalPyramid | null)[];
  /** why they cannot be made */
  readonly problem: Problem | null;
}

/** The leads made ready for drawing, in the worker. */
export function usePyramids(leads: readonly Lead[]): Pyramids {
  const { analysis } = useServices();
  const [made, setMade] = useState<{ readonly leads: readonly Lead[] } & Pyramids>({ leads, pyramids: [], problem: null });
  useEffect(() => {
    let isCurrent = true;
    const make = async () => {
      const pyramids: SignalPyramid[] = [];
      for (const { samplesMv } of leads) {
        pyramids.push({ samples: samplesMv, levels: await analysis.pyramid(samplesMv) });
        if (!isCurrent) return;
        setMade({ leads, pyramids: pyramids.slice(), problem: null });
      }
    };
    make().catch((cause: unknown) => {
      if (isCurrent) setMade({ leads, pyramids: [], problem: toProblem(cause) });
    });
    return () => {
      isCurrent = false;
    };
  }, [leads, analysis]);
  const isCurrent = made.leads === leads;
  return { pyramids: leads.map((_, lead) => (isCurrent ? (made.pyramids[lead] ?? null) : null)), problem: isCurrent ? made.problem : null };
}
