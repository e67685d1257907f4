### Goals out of the team's own figures, and milestones.

goals-title = Goals and milestones
goals-put = Goals to decide about
goals-put-intro = The proposals come from your own figures of the last four weeks. Take them, change them or say no. The next time is in a quarter.
goals-within = Answers within the promise
goals-rate = Response rate
goals-runway = Runway
goals-percent = { $percent }%
goals-share = { $among ->
    [one] { $share } of 1 comment
   *[other] { $share } of { $among } comments
}
goals-is-proposed = *{ $aim }:* proposed at least { $proposed }. You were at { $own }.
goals-is-accepted = *{ $aim }:* the goal is at least { $target }. You were at { $own }.
goals-is-declined = *{ $aim }:* no goal. You were at { $own }.
goals-take = Take the goal { $target }
goals-change = Change
goals-no = No goal
goals-off = Turn goals off
goals-on = Turn goals on
milestones-off = Turn milestones off
milestones-on = Turn milestones on
goals-are-off = Goals are off. I propose none.
goals-learning = We are learning how things are. When I have read the page for { $days } days I propose goals out of your own figures.
goals-learning-until = We are learning how things are. From { $day } I propose goals out of your own figures.
milestones-are-on = Milestones are told once each in the plan's channel.
milestones-are-off = Milestones are not told.
goals-target-within = Answers within the promise, at least (percent)
goals-target-rate = Response rate, at least (percent)
goals-target-runway = Runway, at least (days)
goals-target-hint = A whole number from 1 to { $most }.
goals-saved = Saved. { $goal }
goals-beside = { $aim }: { $figure } · goal: at least { $target }
report-goals = The goals

milestone-unbroken = The plan now has no gap in the next 30 days.
milestone-hundred = The hundredth comment has had its answer.
milestone-everyone = { $period }: all { $count } who needed an answer have had one.
milestone-why = A milestone. It is told once.

refusal-goal-unfit = Write a whole number from 1 to { $most }.
refusal-goal-gone = That goal has not been proposed yet. Open the settings to see the goals.
