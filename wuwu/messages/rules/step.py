"""The words of the scale by step (每少一个百分点扣N分、每超100元加N分)."""

_OFF, _ON, _GOT = (
    ("扣{amount}分", "deducted {amount}"),
    ("加{amount}分", "bonus {amount}"),
    ("得{amount}分", "{amount}"),
)

MESSAGES: dict[str, tuple[str, str]] = {
    "scale.step": ("按步", "by step"),
    "line.deduction.step-targets": (
        "扣{amount}分{sum}，{side}{size}扣{price}分{incomplete}",
        "deducted {amount}{sum}; {price} for each {size} {side}{incomplete}",
    ),
    "line.bonus.step-targets": (
        "加{amount}分{sum}，{side}{size}加{price}分{incomplete}",
        "bonus {amount}{sum}; {price} for each {size} {side}{incomplete}",
    ),
    "line.award.step-targets": (
        "得{amount}分{sum}，{side}{size}{price}分{incomplete}",
        "{amount}{sum}; {price} for each {size} {side}{incomplete}",
    ),
    "line.deduction.step-targets.kept": (
        "不扣分，{side}{size}扣{price}分{incomplete}",
        "no deduction; {price} for each {size} {side}{incomplete}",
    ),
    "line.bonus.step-targets.kept": (
        "不加分，{side}{size}加{price}分{incomplete}",
        "no bonus; {price} for each {size} {side}{incomplete}",
    ),
    **{
        f"line.{kind}.step{kept}": (
            f"“{{measure}}”{{reached}}，{said[0]}：{{side}}{{size}}{verb}{{price}}分{{incomplete}}",
            f"{{measure}} is {{reached}}: {said[1]}; {{price}} for each {{size}} {{side}}{{incomplete}}",
        )
        for kind, verb, said, kept in (
            ("deduction", "扣", _OFF, ""),
            ("deduction", "扣", ("不扣分", "no deduction"), ".kept"),
            ("bonus", "加", _ON, ""),
            ("bonus", "加", ("不加分", "no bonus"), ".kept"),
            ("award", "", _GOT, ""),
            ("award", "", ("得0分", "0"), ".kept"),
        )
    },
    "line.side.short": ("每少", "below {threshold}"),
    "line.side.over": ("每超", "above {threshold}"),
    "line.side.below": ("比{threshold}每少", "below {threshold}"),
    "line.side.above": ("比{threshold}每多", "above {threshold}"),
    "line.side.each": ("每", "on record"),
    "line.size.points": ("{size}个百分点", "{size} {size:percentage point|percentage points}"),
    "line.size.unit": ("{size}{unit}", "{size} {unit}"),
    "line.rest.points": ("{step}个", "{step}"),
    "line.rest.unit": ("{step}{unit}", "{step}"),
    "line.sum": (" = {sum}", " = {sum}"),
    "line.target.rate": ("{rate}%", "{rate} %"),
    "line.target.figures": ("{actual}/{plan} = {rate}%", "{actual}/{plan} = {rate} %"),
    "line.target.down": ("{name} {figures}，少{gap}个百分点，{worth}", "{name} {figures}, {gap} below, {worth}"),
    "line.target.up": ("{name} {figures}，超{gap}个百分点，{worth}", "{name} {figures}, {gap} above, {worth}"),
    "line.target.worth.deduction": ("扣{points}分", "-{points}"),
    "line.target.worth.bonus": ("加{points}分", "+{points}"),
    "line.target.worth.award": ("{points}分", "{points}"),
    "line.target.worthless.deduction": ("不扣分", "no deduction"),
    "line.target.worthless.bonus": ("不加分", "no bonus"),
    "line.target.worthless.award": ("0分", "0"),
    "line.incomplete.dropped": ("，不足{rest}的不计", ", whole steps only"),
    "line.incomplete.proportional": ("，不足{rest}的按比例计", ", an incomplete step in proportion"),
    "line.incomplete.whole": ("，不足{rest}的按{rest}计", ", an incomplete step counts as a whole one"),
    "price.step": ("{step}个百分点", "{step} percentage points"),
    "price.step.one": ("{step}个百分点", "percentage point"),
    "price.step.unit": ("{step}{unit}", "{step}{per}"),
    "price.deduct.targets-below": (
        "按{measure}逐项计算，每低{step}扣{points}",
        "for each target under {measure}: deduct {points} for each {step} below {threshold}",
    ),
    "price.deduct.targets-above": (
        "按{measure}逐项计算，每超{threshold}{step}扣{points}",
        "for each target under {measure}: deduct {points} for each {step} above {threshold}",
    ),
    "price.add.targets-above": (
        "按{measure}逐项计算，每超{step}加{points}",
        "for each target under {measure}: add {points} for each {step} above {threshold}",
    ),
    "price.add.targets-below": (
        "按{measure}逐项计算，比{threshold}每低{step}加{points}",
        "for each target under {measure}: add {points} for each {step} below {threshold}",
    ),
    **{
        f"price.{act}.{what}": words
        for act, verb, said in (("deduct", "扣", "deduct "), ("add", "加", "add "), ("award", "计", ""))
        for what, words in (
            ("step", (f"{{measure}}每{{step}}{verb}{{points}}", f"{said}{{points}} for each {{step}} of {{measure}}")),
            (
                "step-below",
                (
                    f"{{measure}}比{{threshold}}每少{{step}}{verb}{{points}}",
                    f"{said}{{points}} for each {{step}} of {{measure}} below {{threshold}}",
                ),
            ),
            (
                "step-above",
                (
                    f"{{measure}}超过{{threshold}}的，每超{{step}}{verb}{{points}}",
                    f"{said}{{points}} for each {{step}} of {{measure}} above {{threshold}}",
                ),
            ),
        )
    },
    "price.award.step-below": (
        "{measure}比{threshold}每少{step}少计{points}",
        "subtract {points} for each {step} of {measure} below {threshold}",
    ),
    "price.award.targets-below": (
        "按{measure}逐项计算，每低{step}少计{points}",
        "for each target under {measure}: subtract {points} for each {step} below {threshold}",
    ),
    "price.award.targets-above": (
        "按{measure}逐项计算，每超{step}计{points}",
        "for each target under {measure}: {points} for each {step} above {threshold}",
    ),
    "price.until": ("算到{figure}为止", "counted as far as {figure}"),
    "price.deduct.dropped": ("不足{figure}个的不扣", "an incomplete step does not count"),
    "price.add.dropped": ("不足{figure}个的不加", "an incomplete step does not count"),
    "price.award.dropped": ("不足{figure}个的不计", "an incomplete step does not count"),
    "price.deduct.whole": ("不足{figure}个的按{figure}个扣", "an incomplete step counts as a whole one"),
    "price.add.whole": ("不足{figure}个的按{figure}个加", "an incomplete step counts as a whole one"),
    "price.award.whole": ("不足{figure}个的按{figure}个计", "an incomplete step counts as a whole one"),
    "price.deduct.proportional": ("不足{figure}个的按比例扣", "an incomplete step counts in proportion"),
    "price.add.proportional": ("不足{figure}个的按比例加", "an incomplete step counts in proportion"),
    "price.award.proportional": ("不足{figure}个的按比例计", "an incomplete step counts in proportion"),
    "branch.whole-step": ("整步", "a whole step"),
    "branch.started-step": ("不满一步", "an incomplete step"),
    "branch.allowed": ("正好到起算的界限", "exactly at the threshold"),
    "schema.Step": ("按步：从某个界限起，每多少几分。", "So many points for each step from a threshold on."),
    "schema.Step.above": ("从这个数起向上算。", "The threshold from which steps go up."),
    "schema.Step.below": ("从这个数起向下算。", "The threshold from which steps go down."),
    "schema.Step.until": ("算到这个数为止。", "Where the steps end."),
    "schema.Step.size": ("一步多大，默认1。", "The size of a step, 1 if left out."),
    "schema.Step.each": ("每步几分。", "Points for each step."),
    "schema.Step.unit": ("计数的单位，只用于显示。", "What is counted, for print only."),
    "schema.Step.incomplete": (
        "不足一步的零头：dropped 不计（默认），proportional 按比例，whole 算一步。",
        "An incomplete step: dropped (the default), proportional, or whole.",
    ),
    "schema.Step.rounding": ("按比例时的取舍办法。", "How a proportional step is rounded."),
    "schema.Rounding": ("取舍办法。", "How to round."),
    "schema.Rounding.to": ("取整到哪个数的倍数，如 0.1。", "To a multiple of this, such as 0.1."),
    "schema.Rounding.by": ("half_up 四舍五入，half_even 四舍六入五成双，down 舍去。", "half_up, half_even or down."),
    "price.rounded.half_up": ("结果四舍五入到{to}分", "rounded half up to {to}"),
    "price.rounded.half_even": ("结果四舍六入五成双到{to}分", "rounded half to even to {to}"),
    "price.rounded.down": ("结果不足{to}分的舍去", "rounded down to {to}"),
}
