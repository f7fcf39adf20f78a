import type { HmrcProblem } from "../../../shared/contract/hmrcAnswers.ts";
import { Card } from "../../components/Card.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import styles from "./hmrc.module.css";
import { mendLink } from "./words.ts";

/** What HMRC would refuse, each with its way out and the place to mend it. Shows nothing when there is nothing. */
export function Problems({ problems, payRunId }: { readonly problems: readonly HmrcProblem[]; readonly payRunId: string | null }) {
  if (problems.length === 0) return null;
  const title = problems.length === 1 ? "HMRC would refuse 1 thing" : `HMRC would refuse ${problems.length} things`;
  return (
    <Card title={title} tone="warn" note="Put these right before you send. The figures below still show.">
      <ul className={styles.problems}>
        {problems.map((problem) => (
          <li key={`${problem.field} ${problem.code} ${problem.rule}`}>
            <Problem problem={problem} payRunId={payRunId} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Problem({ problem, payRunId }: { readonly problem: HmrcProblem; readonly payRunId: string | null }) {
  const { who, rule, value, wayOut, code } = problem;
  const { to, words } = mendLink(problem, payRunId);
  return (
    <>
      <h3>{who ?? "You as the employer"}</h3>
      <p>
        {rule}
        {value !== "" && <> Now it says “{value}”.</>}
      </p>
      <p>{wayOut}</p>
      <p>
        <TextLink to={to} about={`: ${rule}`}>
          {words}
        </TextLink>
      </p>
      {code !== "" && code !== "schema" && <p className={styles.small}>HMRC's rule {code}</p>}
    </>
  );
}
